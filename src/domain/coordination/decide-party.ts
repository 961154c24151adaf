import { Refusal } from '../refusal.ts';
import { betweenParties, checkVia } from '../ticket/check-via.ts';
import { checkDepartment } from '../ticket/hand-off.ts';
import type { Makers } from '../ticket/makers.ts';
import type { TicketState } from '../ticket/state.ts';
import { partyOf } from './may-answer.ts';
import { checkRoom } from './next-id.ts';
import {
  customerParty,
  departmentParty,
  isLetterOpen,
  nothingUnderWay,
  type Party,
  type SolutionRound,
} from './state.ts';

/** Who takes part, and what was said to whom outside of letters and meetings. */
export const partyMakers: Makers<'name-party' | 'drop-party' | 'note-contact'> = {
  'name-party': ({ directory }, draft, { kind, department, role, name, contact, why }) => {
    if (kind === 'department') {
      if (department === null) throw new Refusal('party.department-missing', 'department');
      checkDepartment(directory, department, 'department');
    }
    if (kind === 'external' && name === '') throw new Refusal('party.name-missing', 'name');
    const { parties } = draft.state.coordination ?? nothingUnderWay;
    checkRoom(parties, 'kind');
    const party = idOf(kind, department, draft.state);
    const data = { party, kind, role, department: kind === 'department' ? department : null };
    // How to reach the customer stands in the profile, masked until somebody reveals it: not a second time here, for all to read.
    const reached = kind === 'customer' ? '' : contact;
    draft.add([{ type: 'party.named', data, text: { name, contact: reached, why } }]);
  },
  'drop-party': (_, draft, { party, reason }) => {
    const { parties, letters, rounds } = draft.state.coordination ?? nothingUnderWay;
    if (!parties.some(({ id }) => id === party)) partyOf(draft.state, `${party}`, 'party');
    // Whoever objects, dropped, would be passed over without a ruling.
    const isHeard = ({ status, answers }: SolutionRound) =>
      (status === 'open' && Object.hasOwn(answers, party)) || (status === 'objected' && answers[party] === 'objected');
    const isAsked = letters.some((letter) => letter.party === party && isLetterOpen(letter)) || rounds.some(isHeard);
    if (isAsked) throw new Refusal('party.still-asked', 'party', { party });
    draft.add([{ type: 'party.dropped', data: { party }, text: { reason } }]);
  },
  'note-contact': (context, draft, { party, via, outcome, expected }) => {
    partyOf(draft.state, party, 'party');
    checkVia(context, via, betweenParties);
    draft.add([{ type: 'contact.noted', data: { party, via, expected }, text: { outcome } }]);
  },
};

/** A department and the customer are parties once, however often they are named; outsiders are counted. */
function idOf(kind: Party['kind'], department: string | null, state: TicketState): string {
  if (kind === 'customer') return customerParty;
  if (kind === 'department') return departmentParty(department ?? '');
  return `external:${Math.max(0, ...outsiders(state)) + 1}`;
}

/** Numbers of all outsiders there ever were: what names one that was dropped, and the links it was sent, must not become another's. */
function outsiders({ coordination, clocks, text }: TicketState): number[] {
  const { parties, letters, meetings, rounds } = coordination ?? nothingUnderWay;
  const named = [
    ...parties.map(({ id }) => id),
    ...letters.map(({ party }) => party),
    ...meetings.flatMap((meeting) => meeting.parties),
    ...rounds.flatMap(({ answers, items }) => [...Object.keys(answers), ...items.map(({ who }) => who)]),
    ...clocks.map(({ subject }) => subject ?? ''),
    ...Object.keys(text?.coordination ?? {}),
  ];
  return named.map((id) => Number(/^(?:party:)?external:(\d+)$/.exec(id)?.[1] ?? 0));
}
