import type { TicketFacts } from '../ticket/state.ts';
import { isOfScope, subjectOf } from './subjects.ts';

/** The time that was set for what a clock is about (epoch ms); null where none was. */
export function dueOfSubject({ deadline, coordination }: TicketFacts, subject: string | null): number | null {
  if (subject === null) return null;
  if (isOfScope(subject, 'hand-off')) return deadline;
  if (!coordination) return null;
  const task = coordination.tasks.find(({ id }) => subjectOf('task', id) === subject);
  if (task) return task.due ?? task.eta;
  const letter = coordination.letters.find(({ id }) => subjectOf('letter', id) === subject);
  if (letter) return letter.status === 'accepted' ? (letter.date ?? letter.wantedBy) : letter.wantedBy;
  return coordination.meetings.find(({ id }) => subjectOf('meeting', id) === subject)?.until ?? null;
}
