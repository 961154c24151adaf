import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { TicketFacts } from '../ticket/state.ts';
import { customerParty, departmentParty, nothingUnderWay, type Party } from './state.ts';

type Asked = Pick<TicketFacts, 'coordination' | 'department'>;
type Source = Pick<CompiledPlaybook, 'source'>;

/** All parties of the kinds that the playbook names; the customer belongs to every ticket, the department to what it was handed. */
export function partiesAsked({ source }: Source, { coordination, department }: Asked): Party[] {
  const kinds = source.coordination?.confirm ?? [];
  const named = (coordination ?? nothingUnderWay).parties.filter(({ kind }) => kinds.includes(kind));
  const all = new Map(named.map((party) => [party.id, party]));
  const add = (party: Party) => all.has(party.id) || all.set(party.id, party);
  if (kinds.includes('customer')) add({ id: customerParty, kind: 'customer', role: 'involved', department: null });
  if (kinds.includes('department') && department !== null)
    add({ id: departmentParty(department), kind: 'department', role: 'responsible', department });
  return [...all.values()];
}

/** Overruled, or confirmed by everybody who is to be asked: whoever became a party since has not been. */
export function isSettled(playbook: Source, facts: Asked): boolean {
  const round = facts.coordination?.rounds.at(-1);
  if (round?.status !== 'agreed') return round?.status === 'overruled';
  return partiesAsked(playbook, facts).every(({ id }) => round.answers[id] === 'confirmed');
}
