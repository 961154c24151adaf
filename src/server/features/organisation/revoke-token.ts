import { Refusal } from '../../../domain/refusal.ts';
import { type DatabasePool, transaction } from '../../database/pool.ts';
import type { Clock } from '../../platform/clock.ts';
import { announceChange, type Identities, nameOf } from '../session/index.ts';
import { revokeTokenRow } from './store-tokens.ts';

export type RevokeTokenDeps = { pool: DatabasePool; clock: Clock; identities: Identities };

/** No request with the token is answered any more once this returns. @throws Refusal token.unknown */
export async function revokeToken({ pool, clock, identities }: RevokeTokenDeps, id: number): Promise<void> {
  const who = { kind: 'program', id } as const;
  await transaction(pool, async (client) => {
    if (!(await revokeTokenRow(client, id, clock.now()))) throw new Refusal('token.unknown', 'id', { id });
    await announceChange(client, nameOf(who));
  });
  identities.forget(who);
}
