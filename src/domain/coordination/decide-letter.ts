import { Refusal } from '../refusal.ts';
import { checkFuture } from '../ticket/check-time.ts';
import type { Makers } from '../ticket/makers.ts';
import type { TicketState } from '../ticket/state.ts';
import { howAnswered } from './how-answered.ts';
import { mayAnswerFor, partyAsked, partyOf } from './may-answer.ts';
import { nextId } from './next-id.ts';
import { isLetterOpen, type Letter, nothingUnderWay } from './state.ts';

/** The collaboration request letter: sent to a party, answered, and settled when another date was offered. */
export const letterMakers: Makers<'send-letter' | 'answer-letter' | 'settle-letter' | 'withdraw-letter'> = {
  'send-letter': (context, draft, { party, wantedBy: asked, via, contact, background, demand }) => {
    const { kind } = partyOf(draft.state, party, 'party');
    if (kind === 'customer') throw new Refusal('letter.to-customer', 'party');
    // The time that the ticket itself is wanted by holds where the letter names none.
    const wantedBy = asked ?? draft.state.deadline;
    if (wantedBy === null) throw new Refusal('letter.wanted-missing', 'wantedBy');
    checkFuture(context, wantedBy, 'wantedBy');
    if (contact !== null && !context.directory.staff(contact)?.isActive)
      throw new Refusal('handoff.owner-unknown', 'contact', { owner: contact });
    const letter = nextId((draft.state.coordination ?? nothingUnderWay).letters, 'party');
    const by = contact ?? (context.actor.kind === 'staff' ? context.actor.id : null);
    const data = { letter, party, wantedBy, via, contact: by };
    draft.add([{ type: 'letter.sent', data, text: { background, demand } }]);
  },
  'answer-letter': (context, draft, { letter: id, answer, date, via, note }) => {
    const letter = openLetter(draft.state, id);
    const party = partyAsked(draft.state, letter.party);
    if (!mayAnswerFor(context.actor, draft.state, party))
      throw new Refusal('party.not-yours', 'letter', { party: party.id });
    const how = howAnswered(context, party, via);
    if (letter.status === 'counter') throw new Refusal('letter.already-answered', 'letter', { letter: id });
    if (answer === 'counter' && date === null) throw new Refusal('letter.date-missing', 'date');
    if (answer === 'declined' && note === '') throw new Refusal('letter.reason-missing', 'note');
    checkFuture(context, date, 'date');
    const said = answer === 'counter' ? date : null;
    draft.add([{ type: 'letter.answered', data: { letter: id, answer, date: said, ...how }, text: { note } }]);
  },
  'settle-letter': (_, draft, { letter: id, isAgreed, note }) => {
    if (openLetter(draft.state, id).status !== 'counter')
      throw new Refusal('letter.no-counter', 'letter', { letter: id });
    draft.add([{ type: 'letter.settled', data: { letter: id, isAgreed }, text: { note } }]);
  },
  'withdraw-letter': (_, draft, { letter: id, reason }) => {
    openLetter(draft.state, id);
    draft.add([{ type: 'letter.withdrawn', data: { letter: id }, text: { reason } }]);
  },
};

/** @throws Refusal letter.unknown, letter.already-answered */
function openLetter({ coordination }: TicketState, id: number): Letter {
  const letter = (coordination ?? nothingUnderWay).letters.find((one) => one.id === id);
  if (!letter) throw new Refusal('letter.unknown', 'letter', { letter: id });
  if (!isLetterOpen(letter))
    throw new Refusal('letter.already-answered', 'letter', { letter: id, status: letter.status });
  return letter;
}
