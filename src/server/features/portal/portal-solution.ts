import type { PortalView } from '../../../contract/portal.ts';
import { solutionSubject } from '../../../domain/coordination/evolve-text.ts';
import { customerParty } from '../../../domain/coordination/state.ts';
import type { TicketState } from '../../../domain/ticket/state.ts';

/** The solution that the customer is asked about: in short, and until when it is to be done; who does what stays inside. */
export function solutionForCustomer({ coordination, text }: TicketState, mayAnswer: boolean): PortalView['solution'] {
  const round = coordination?.rounds.at(-1);
  const answer = round?.answers[customerParty];
  if (!round || answer === undefined || round.status === 'replaced') return null;
  const said = text?.coordination?.[solutionSubject(round.id)]?.summary;
  const times = round.items.flatMap(({ when }) => (when === null ? [] : [when]));
  return {
    round: round.id,
    text: typeof said === 'string' ? said : '',
    by: times.length === 0 ? null : new Date(Math.max(...times)).toISOString(),
    answer,
    canAnswer: mayAnswer && answer === 'pending' && (round.status === 'open' || round.status === 'objected'),
  };
}
