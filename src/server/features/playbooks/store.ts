import { isDeepStrictEqual } from 'node:util';
import { type Playbook, playbookSchema } from '../../../domain/playbook/schema.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { type DatabasePool, type PoolClient, type Queryable, transaction } from '../../database/pool.ts';

/** Every published version of every playbook; a row's document never changes, for tickets are pinned to it. */
export type StoredPlaybook = { id: string; version: number; document: unknown; isRetired: boolean };

/**
 * Publishes the versions that the database has not seen yet; `now` is epoch ms. Any number of processes may do so at once. A playbook of which
 * the organisation has published a version of its own is passed over: what ships never comes between it and its tickets.
 * @param sources the texts that they were read from, by id
 * @throws Refusal playbook.version-changed when a published version reads differently now; nothing is stored then.
 */
export async function syncPlaybooks(
  pool: DatabasePool,
  playbooks: readonly Playbook[],
  now: number,
  sources: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  await transaction(pool, async (client) => {
    let isNews = false;
    for (const playbook of playbooks) {
      if (await isOwn(client, playbook.id)) continue;
      isNews = (await publish(client, playbook, now, sources.get(playbook.id) ?? null)) || isNews;
    }
    if (isNews) await announcePublication(client);
  });
}

export async function announcePublication(db: Queryable): Promise<void> {
  await db.query('select pg_notify($1, $2)', [publishedChannel, '']);
}

async function isOwn(db: Queryable, id: string): Promise<boolean> {
  const { rows } = await db.query<{ own: boolean | null }>(
    'select bool_or(is_own) as own from playbook where id = $1',
    [id],
  );
  return rows[0]?.own ?? false;
}

/** Announced to all processes when there is a new version. */
export const publishedChannel = 'playbook_published';

/** Whether the version was new. */
async function publish(client: PoolClient, playbook: Playbook, now: number, source: string | null): Promise<boolean> {
  const { id, version } = playbook;
  const inserted = await client.query(
    `insert into playbook (id, version, document, published_at, source, is_retired)
     values ($1, $2, $3, to_timestamp($4 / 1000.0), $5, coalesce((select bool_and(is_retired) from playbook where id = $1), false))
     on conflict do nothing`,
    [id, version, JSON.stringify(playbook), now, source],
  );
  if (inserted.rowCount === 1) return true;
  const { rows } = await client.query<{ document: unknown; latest: number }>(
    `select document, (select max(version) from playbook where id = $1) as latest
     from playbook where id = $1 and version = $2`,
    [id, version],
  );
  const [stored] = rows;
  if (stored && isSame(stored.document, playbook)) {
    // Published by a program that kept no texts.
    if (source)
      await client.query('update playbook set source = $3 where id = $1 and version = $2 and source is null', [
        id,
        version,
        source,
      ]);
    return false;
  }
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

/** Retires all playbooks but these. */
export async function keepOnly(db: Queryable, ids: readonly string[]): Promise<void> {
  await db.query('update playbook set is_retired = true where not (id = any($1::text[]))', [ids]);
  await announcePublication(db);
}
