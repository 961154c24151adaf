import { z } from 'zod';
import { code, dayIn, freeText, id, idParam, instant } from './common.ts';

/** Notes of a review: for a problem type its root cause and long-term fix, who sees to it and until when. Never about one customer. */
const note = z.strictObject({
  playbook: code,
  /** Null for what was not classified, or for the playbook as a whole. */
  category: code.nullable().default(null),
  rootCause: freeText(2_000).min(1),
  longTermFix: freeText(2_000).default(''),
  owner: id.nullable().default(null),
  due: dayIn.nullable().default(null),
});

/** `from` and `to` are the days of the review that the note belongs to. */
export const newReviewNote = note.extend({ from: dayIn, to: dayIn });
export type NewReviewNote = z.infer<typeof newReviewNote>;
/** `version` is what the writer saw; a change of anything newer is refused with 409. */
export const changedReviewNote = note.extend({ isDone: z.boolean(), version: z.int().positive() });
export type ChangedReviewNote = z.infer<typeof changedReviewNote>;

export const reviewNoteView = z.object({
  id,
  version: z.int(),
  from: z.iso.date(),
  to: z.iso.date(),
  playbook: code,
  category: code.nullable(),
  rootCause: z.string(),
  longTermFix: z.string(),
  owner: id.nullable(),
  due: z.iso.date().nullable(),
  doneAt: instant.nullable(),
  updatedAt: instant,
  updatedBy: id.nullable(),
  /** Of an earlier period, and still open. */
  isCarriedOver: z.boolean(),
});
export type ReviewNoteView = z.infer<typeof reviewNoteView>;

export const reviewNoteQuery = z.object({ from: dayIn, to: dayIn, playbook: code.optional() });

export const reviewNoteEndpoints = {
  listReviewNotes: {
    method: 'GET',
    path: '/reviews/notes',
    tag: 'reviews',
    summary: 'The notes whose period meets these days, and those of earlier ones that are still open',
    query: reviewNoteQuery,
    reply: z.object({ items: z.array(reviewNoteView) }),
  },
  createReviewNote: {
    method: 'POST',
    path: '/reviews/notes',
    tag: 'reviews',
    summary: 'Write down the root cause and the long-term fix of a problem type',
    body: newReviewNote,
    reply: reviewNoteView,
    status: 201,
  },
  changeReviewNote: {
    method: 'PATCH',
    path: '/reviews/notes/{id}',
    tag: 'reviews',
    summary: 'Write a note anew, mark it as done or open it again',
    params: z.object({ id: idParam }),
    body: changedReviewNote,
    reply: reviewNoteView,
  },
} as const;
