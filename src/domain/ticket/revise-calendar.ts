import { systemActor } from './actor.ts';
import type { DecisionContext } from './context.ts';
import { decideTick } from './decide.ts';
import { type Decision, Draft, notBefore } from './draft.ts';
import type { TicketState } from './state.ts';

/**
 * Moves a ticket to another version of its working calendar. What was owed under the old one is said first; then every open
 * clock is due when the new one says. `before` and `after` differ in their calendar only.
 */
export function decideCalendar(
  before: DecisionContext,
  after: DecisionContext,
  state: TicketState,
  calendar: { id: string; version: number },
): Decision {
  const ticked = decideTick(before, state);
  const draft = new Draft(notBefore(after, ticked.state), ticked.state);
  draft.add([{ type: 'calendar.revised', data: calendar, text: null }], systemActor);
  const { events, state: revised } = draft.decision();
  return { events: [...ticked.events, ...events], state: revised };
}
