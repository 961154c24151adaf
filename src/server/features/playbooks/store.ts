import { isDeepStrictEqual } from 'node:util';
import { type Playbook, playbookSchema } from '../../../domain/playbook/schema.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { type DatabasePool, type PoolClient, type Queryable, transaction } from '../../database/pool.ts';

/** Every published version of every playbook; a row's document never changes, for tickets are pinned to it. */
export type StoredPlaybook = { id: string; version: number; document: unknown; isRetired: boolean };

/**
 * Publishes the versions that the database has not seen yet; `now` is epoch ms. Any number of processes may do so at once.
 * @throws Refusal playbook.version-changed when a published version reads differently now; nothing is stored then.
 */
export async function syncPlaybooks(pool: DatabasePool, playbooks: readonly Playbook[], now: number): Promise<void> {
  await transaction(pool, async (client) => {
    let isNews = false;
    for (const playbook of playbooks) isNews = (await publish(client, playbook, now)) || isNews;
    if (isNews) await client.query('select pg_notify($1, $2)', [publishedChannel, '']);
  });
}

/** Announced to all processes when there is a new version. */
export const publishedChannel = 'playbook_published';

/** Whether the version was new. */
async function publish(client: PoolClient, playbook: Playbook, now: number): Promise<boolean> {
  const { id, version } = playbook;
  const inserted = await client.query(
    `insert into playbook (id, version, document, published_at) values ($1, $2, $3, to_timestamp($4 / 1000.0))
     on conflict do nothing`,
    [id, version, JSON.stringify(playbook), now],
  );
  if (inserted.rowCount === 1) return true;
  const { rows } = await client.query<{ document: unknown; latest: number }>(
    `select document, (select max(version) from playbook where id = $1) as latest
     from playbook where id = $1 and version = $2`,
    [id, version],
  );
  const [stored] = rows;
  if (stored && isSame(stored.document, playbook)) return false;
  const next = (stored?.latest ?? version) + 1;
  throw new Refusal(
    'playbook.version-changed',
    'version',
    { id, version, next },
    `playbook ${id} version ${version} is published with other content; raise its version to ${next}`,
  );
}

/** The stored document may come from a program with fewer defaults, so both are compared as this one reads them. */
function isSame(stored: unknown, playbook: Playbook): boolean {
  const read = playbookSchema.safeParse(stored);
  return read.success && isDeepStrictEqual(read.data, JSON.parse(JSON.stringify(playbook)));
}

export async function selectPlaybooks(db: Queryable): Promise<StoredPlaybook[]> {
  const { rows } = await db.query<StoredPlaybook>(
    'select id, version, document, is_retired as "isRetired" from playbook order by id, version',
  );
  return rows;
}
