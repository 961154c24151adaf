import type { DatabasePool } from '../../database/pool.ts';
import type { KeyRing } from '../../platform/crypto/key-ring.ts';
import { profileOf } from '../customers/index.ts';
import { tokensOf } from './engine.ts';
import { openJson } from './secret.ts';
import { countTickets } from './store-rebuild.ts';
import { insertTokens, listUnsearchable, readSaid } from './store-refill.ts';

const batchSize = 200;

/** Makes search tokens for every ticket that has none and whose customer can be read, as a backup holds none. Safe to run twice. */
export async function refillSearch(
  pool: DatabasePool,
  ring: KeyRing,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<number> {
  const all = await countTickets(pool);
  let done = 0;
  for (let after = 0; ; ) {
    const tickets = await listUnsearchable(pool, after, batchSize);
    const last = tickets.at(-1);
    if (last === undefined) return done;
    const said = await readSaid(
      pool,
      tickets.map(({ id }) => id),
    );
    const rows = tickets.map(({ id, number, customer_id, data_key, profile }) => {
      const events =
        said.get(id)?.map((secret) => ({ text: openJson<never>(ring, data_key, customer_id, secret) })) ?? [];
      return {
        id,
        tokens: tokensOf({ ring }, { id, number }, profileOf(ring, { id: customer_id, data_key, profile }), events),
      };
    });
    await insertTokens(pool, rows);
    after = last.id;
    done += rows.length;
    onProgress(done, Math.max(all, done));
  }
}
