import type { z } from 'zod';
import type {
  ChangedReviewNote,
  NewReviewNote,
  ReviewNoteView,
  reviewNoteQuery,
} from '../../../contract/review-note.ts';
import { demandReviewNotes, mayReview } from '../../../domain/access/review-rules.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { checkNoteWords } from '../../../domain/review/note.ts';
import type { Member } from '../session/index.ts';
import type { Engine } from '../tickets/index.ts';
import {
  findNote,
  insertNote,
  listNotes,
  type NoteContent,
  type NoteRow,
  updateNote,
  type Written,
} from './store-notes.ts';

/** @throws Refusal auth.forbidden, output.period-inverted */
export async function readNotes(
  { pool }: Engine,
  actor: Member,
  { from, to, playbook = undefined }: z.output<typeof reviewNoteQuery>,
): Promise<ReviewNoteView[]> {
  if (!mayReview(actor)) throw new Refusal('auth.forbidden');
  if (from > to) throw new Refusal('output.period-inverted', 'from');
  const rows = await listNotes(pool, { from, to, playbook: playbook ?? null });
  return rows.map((row) => viewNote(row, from));
}

/** @throws Refusal auth.forbidden, output.period-inverted, review.note-personal, review.category-unknown, review.owner-unknown */
export async function createNote(engine: Engine, actor: Member, body: NewReviewNote): Promise<ReviewNoteView> {
  const written = check(engine, actor, body);
  checkCategory(engine, body);
  if (body.from > body.to) throw new Refusal('output.period-inverted', 'from');
  return viewNote(await insertNote(engine.pool, { ...body, ...written }), body.from);
}

/** @throws Refusal review.note-unknown, review.note-changed, and those of `createNote` */
export async function changeNote(
  engine: Engine,
  actor: Member,
  id: number,
  { version, ...body }: ChangedReviewNote,
): Promise<ReviewNoteView> {
  const written = check(engine, actor, body);
  const before = await findNote(engine.pool, id);
  // A problem type may have left the playbook, and a playbook the organisation: the note goes on all the same.
  if (before?.playbook !== body.playbook || before.category !== body.category) checkCategory(engine, body);
  const row = await updateNote(engine.pool, id, version, { ...body, ...written });
  if (row) return viewNote(row, row.from);
  const now = await findNote(engine.pool, id);
  if (!now) throw new Refusal('review.note-unknown', 'id', { id });
  throw new Refusal('review.note-changed', 'version', { id, seen: version, now: now.version });
}

/** @throws Refusal playbook.unknown, playbook.retired, review.category-unknown */
function checkCategory({ playbooks }: Engine, { playbook, category }: NoteContent): void {
  const known = playbooks.get(playbook).source.categories.map(({ id }) => id);
  if (category !== null && !known.includes(category))
    throw new Refusal('review.category-unknown', 'category', { given: category, known });
}

function check({ directory, clock }: Engine, actor: Member, body: NoteContent): Written {
  demandReviewNotes(actor);
  checkNoteWords(body);
  if (body.owner !== null && !directory.staff(body.owner)) {
    throw new Refusal('review.owner-unknown', 'owner', { given: body.owner });
  }
  return { by: actor.kind === 'staff' ? actor.id : null, now: clock.now() };
}

function viewNote({ doneAt, updatedAt, ...row }: NoteRow, from: string): ReviewNoteView {
  return {
    ...row,
    doneAt: doneAt === null ? null : new Date(doneAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    isCarriedOver: doneAt === null && row.to < from,
  };
}
