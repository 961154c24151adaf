import { z } from 'zod';
import { queueSorts } from '../../../contract/ticket.ts';

const word = z.string().max(400).optional().catch(undefined);

/** The queue's filters as they stand in the address; several values are comma-separated. */
export const queueSearch = z.object({
  view: word,
  playbook: word,
  stage: word,
  priority: word,
  category: word,
  department: word,
  channel: word,
  status: word,
  owner: z.coerce.string().max(400).optional().catch(undefined),
  incident: z.coerce.string().max(400).optional().catch(undefined),
  sort: z.enum(queueSorts).optional().catch(undefined),
});
export type QueueSearch = z.infer<typeof queueSearch>;
