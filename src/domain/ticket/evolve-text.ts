import { coordinationTextAfter } from '../coordination/evolve-text.ts';
import type { TicketEvent } from './events.ts';
import type { TicketText } from './state.ts';

/** What was said, as each event leaves it: the latest word counts, also when it is none. Nothing comes back after erasure. */
export function textAfter(text: TicketText | null, event: TicketEvent): TicketText | null {
  if (text === null) return null;
  switch (event.type) {
    case 'form.submitted':
      return { ...text, answers: { ...text.answers, [event.data.form]: event.text?.answers ?? {} } };
    case 'ticket.classified':
      return { ...text, reason: event.text?.reason ?? '' };
    case 'handoff.made':
      return { ...text, requirement: event.text?.requirement ?? '' };
    case 'handoff.accepted':
      return { ...text, plan: event.text?.plan ?? '' };
    case 'solution.proposed':
      return { ...text, rootCause: event.text?.rootCause ?? '', solution: event.text?.solution ?? '' };
    case 'solution.circulated':
      return withCoordination({ ...text, solution: event.text?.summary ?? '' }, event);
    case 'callback.made':
      return { ...text, remark: event.text?.remark ?? '' };
    case 'ticket.reopened':
      return { ...text, remark: '', again: event.text?.reason ?? '' };
    default:
      return withCoordination(text, event);
  }
}

function withCoordination(text: TicketText, event: TicketEvent): TicketText {
  const coordination = coordinationTextAfter(text.coordination, event);
  return coordination === text.coordination ? text : { ...text, coordination };
}
