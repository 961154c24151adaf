import type { ClockScope } from '../playbook/schema-clock.ts';
import type { TicketEvent } from '../ticket/events.ts';

/**
 * What an event is about, within its ticket: `task:3`, `letter:1`, `party:department:technology`, `hand-off:2`. Clocks of a narrower scope
 * are kept by subject, and what was said is filed under it.
 */
export type Subject = string;

export const subjectOf = (scope: Exclude<ClockScope, 'ticket'>, id: number | string): Subject => `${scope}:${id}`;

export function isOfScope(subject: Subject, scope: ClockScope): boolean {
  return subject.startsWith(`${scope}:`);
}

/** The subjects of an event; none for what concerns the ticket as a whole. `handoff` is the number of the current hand-off. */
export function subjectsOf(event: TicketEvent, handoff: number): Subject[] {
  switch (event.type) {
    case 'handoff.made':
    case 'handoff.accepted':
    case 'handoff.bounced':
    case 'handoff.declined':
    case 'handoff.date-settled':
      return [subjectOf('hand-off', handoff)];
    case 'party.named':
    case 'party.dropped':
    case 'contact.noted':
      return [subjectOf('party', event.data.party)];
    case 'task.assigned':
    case 'task.accepted':
    case 'task.declined':
    case 'task.done':
    case 'task.cancelled':
      return [subjectOf('task', event.data.task)];
    case 'letter.sent':
    case 'letter.answered':
    case 'letter.settled':
    case 'letter.withdrawn':
      return [subjectOf('letter', event.data.letter)];
    case 'meeting.called':
    case 'meeting.minuted':
    case 'meeting.cancelled':
      return [subjectOf('meeting', event.data.meeting)];
    // One sending concerns every party that has to answer; what each says concerns itself.
    case 'solution.circulated':
      return event.data.parties
        .filter((party) => !event.data.confirmed.includes(party))
        .map((party) => subjectOf('party', party));
    case 'solution.answered':
      return [subjectOf('party', event.data.party)];
    default:
      return [];
  }
}
