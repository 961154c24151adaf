import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { TicketFacts } from './state.ts';

type Concerned = Pick<TicketFacts, 'category' | 'registeredBy' | 'owner' | 'collaborators'>;

/**
 * Who works on a ticket besides its owner: those named, and, where the category says so, whoever registered it. Each once, the owner
 * never.
 */
export function copiedTo(playbook: CompiledPlaybook, { category, registeredBy, owner, collaborators }: Concerned) {
  const copies = category === null ? [] : (playbook.category(category).copies ?? []);
  const copied = copies.includes('interface') && registeredBy !== null ? [registeredBy] : [];
  return [...new Set([...collaborators, ...copied])].filter((id) => id !== owner);
}
