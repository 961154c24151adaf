import type { TicketEvent } from '../ticket/events.ts';
import { subjectOf } from './subjects.ts';

/** What was said between departments, by the subject it is about: the letter's demand, the meeting's minutes, a party's name. */
export type CoordinationText = Record<string, Record<string, string | string[]>>;

/** The same object comes back when the event says nothing of this kind. */
export function coordinationTextAfter(
  before: CoordinationText | undefined,
  event: TicketEvent,
): CoordinationText | undefined {
  const said = saidBy(event);
  if (said === null) return before;
  const { subject, words } = said;
  return { ...before, [subject]: { ...before?.[subject], ...words } };
}

type Said = { subject: string; words: Record<string, string | string[]> };

function saidBy(event: TicketEvent): Said | null {
  switch (event.type) {
    case 'party.named':
      return about('party', event.data.party, event.text);
    case 'contact.noted':
      return about('party', event.data.party, event.text);
    case 'task.assigned':
    case 'task.accepted':
    case 'task.declined':
    case 'task.done':
    case 'task.cancelled':
      return about('task', event.data.task, event.text);
    case 'letter.sent':
    case 'letter.answered':
    case 'letter.settled':
    case 'letter.withdrawn':
      return about('letter', event.data.letter, event.text);
    case 'meeting.called':
    case 'meeting.minuted':
    case 'meeting.cancelled':
      return about('meeting', event.data.meeting, event.text);
    case 'solution.circulated':
    case 'solution.agreed':
      return { subject: solutionSubject(event.data.round), words: { ...event.text } };
    case 'solution.answered': {
      const { round, party } = event.data;
      return { subject: solutionSubject(round), words: { [`note ${party}`]: event.text?.note ?? '' } };
    }
    default:
      return null;
  }
}

/** Filed apart from the parties that its clocks are kept for. */
export const solutionSubject = (round: number): string => `solution:${round}`;

function about(scope: 'party' | 'task' | 'letter' | 'meeting', id: number | string, words: object | null): Said {
  return { subject: subjectOf(scope, id), words: { ...words } as Said['words'] };
}
