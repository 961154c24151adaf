import { z } from 'zod';
import { awaitedKinds } from '../domain/coordination/awaited.ts';
import { code, id, instant } from './common.ts';

/** What waits for me between departments: tasks, letters to answer, meetings, solutions to confirm, dates to settle. */
export const awaitedView = z.object({
  ticket: id,
  /** The ticket's own number and subject. */
  number: z.string(),
  subject: z.string(),
  playbook: code,
  kind: z.enum(awaitedKinds),
  item: z.int(),
  /** What is asked, in the words of whoever asks. */
  title: z.string(),
  due: instant.nullable(),
  /** A department of mine that it waits for; null when it waits for me by name. */
  department: code.nullable(),
});
export type AwaitedView = z.infer<typeof awaitedView>;

/** The soonest due first. `isPartial`: there are more than these. */
export const awaitedReply = z.object({ items: z.array(awaitedView), isPartial: z.boolean() });
