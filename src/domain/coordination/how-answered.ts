import { Refusal } from '../refusal.ts';
import { betweenParties, checkVia } from '../ticket/check-via.ts';
import type { DecisionContext } from '../ticket/context.ts';
import type { Party } from './state.ts';

/**
 * How an answer came, kept with it. What staff write down in the name of somebody who does not work here came by phone, message, e-mail or
 * paper, and they say which. @throws Refusal party.way-missing, playbook.channel-unknown
 */
export function howAnswered(context: DecisionContext, party: Party, via: string): { via: string; linkBy?: number } {
  const { actor } = context;
  if (actor.kind === 'party') return { via: 'portal', ...(actor.linkBy !== null && { linkBy: actor.linkBy }) };
  if (actor.kind === 'customer') return { via: 'portal' };
  checkVia(context, via, betweenParties);
  // The portal is where parties answer by themselves: nobody else's word comes from there.
  const isTheirOwnDoor = via === 'console' || via === 'portal';
  if (party.kind !== 'department' && isTheirOwnDoor && actor.kind !== 'system')
    throw new Refusal('party.way-missing', 'via', { party: party.id });
  return { via };
}
