import { z } from 'zod';

/** The days and the playbook that a review is asked for, as they stand in the address. */
const day = z.iso.date().optional().catch(undefined);
export const reviewsSearch = z.object({
  from: day,
  to: day,
  playbook: z.string().max(60).optional().catch(undefined),
});
export type ReviewsSearch = z.infer<typeof reviewsSearch>;
