import { z } from 'zod';
import { noticeTopics } from '../../../domain/ticket/notice-topics.ts';

/** The inbox's filters, as they stand in the address. */
export const noticesSearch = z.object({
  show: z.enum(['unread', 'all']).optional().catch(undefined),
  topic: z.enum(noticeTopics).optional().catch(undefined),
});
export type NoticesSearch = z.infer<typeof noticesSearch>;
