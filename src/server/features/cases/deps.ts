import type { Actor } from '../../../domain/ticket/actor.ts';
import type { OrganisationKey } from '../../platform/crypto/organisation-key.ts';
import type { Engine, LoadedTicket } from '../tickets/index.ts';

/** What the use cases of the library work with. */
export type CaseDeps = {
  engine: Engine;
  key: OrganisationKey;
  loadTickets: (ids: readonly number[]) => Promise<LoadedTicket[]>;
};

export const staffIdOf = (actor: Actor): number | null => (actor.kind === 'staff' ? actor.id : null);
