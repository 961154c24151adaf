import { z } from 'zod';

const word = z.string().max(60).optional().catch(undefined);

/** The tracking table's state as it stands in the address; `none` is the department of what was given back. */
export const trackingSearch = z.object({
  department: word,
  playbook: word,
  view: z.enum(['board']).optional().catch(undefined),
  closed: z.enum(['shown']).optional().catch(undefined),
});
export type TrackingSearch = z.infer<typeof trackingSearch>;

/** What the server is asked for, page by page or as a file. */
export function trackingAsk({ department, playbook, closed }: TrackingSearch) {
  const status = closed ? 'todo,in-progress,resolved,closed' : undefined;
  return { department, playbook, status };
}
