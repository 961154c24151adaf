import { Refusal } from '../refusal.ts';
import { checkDepartment } from '../ticket/hand-off.ts';
import type { Makers } from '../ticket/makers.ts';
import { partyOf } from './may-answer.ts';
import { customerParty, departmentParty, nothingUnderWay, type Party } from './state.ts';

/** Who takes part, and what was said to whom outside of letters and meetings. */
export const partyMakers: Makers<'name-party' | 'drop-party' | 'note-contact'> = {
  'name-party': ({ directory }, draft, { kind, department, role, name, contact, why }) => {
    if (kind === 'department') {
      if (department === null) throw new Refusal('party.department-missing', 'department');
      checkDepartment(directory, department, 'department');
    }
    if (kind === 'external' && name === '') throw new Refusal('party.name-missing', 'name');
    const { parties } = draft.state.coordination ?? nothingUnderWay;
    const party = idOf(kind, department, parties);
    const data = { party, kind, role, department: kind === 'department' ? department : null };
    draft.add([{ type: 'party.named', data, text: { name, contact, why } }]);
  },
  'drop-party': (_, draft, { party, reason }) => {
    const { parties, letters, rounds } = draft.state.coordination ?? nothingUnderWay;
    if (!parties.some(({ id }) => id === party)) partyOf(draft.state, `${party}`, 'party');
    const isAsked =
      letters.some((letter) => letter.party === party && letter.status === 'sent') ||
      rounds.some(({ status, answers }) => status === 'open' && Object.hasOwn(answers, party));
    if (isAsked) throw new Refusal('party.still-asked', 'party', { party });
    draft.add([{ type: 'party.dropped', data: { party }, text: { reason } }]);
  },
  'note-contact': (_, draft, { party, via, outcome, expected }) => {
    partyOf(draft.state, party, 'party');
    draft.add([{ type: 'contact.noted', data: { party, via, expected }, text: { outcome } }]);
  },
};

/** A department and the customer are parties once, however often they are named; outsiders are counted. */
function idOf(kind: Party['kind'], department: string | null, parties: readonly Party[]): string {
  if (kind === 'customer') return customerParty;
  if (kind === 'department') return departmentParty(department ?? '');
  const numbers = parties.map(({ id }) => Number(/^external:(\d+)$/.exec(id)?.[1] ?? 0));
  return `external:${Math.max(0, ...numbers) + 1}`;
}
