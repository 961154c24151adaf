import type { Playbook } from '../../../domain/playbook/schema.ts';
import type { PoolClient, Queryable } from '../../database/pool.ts';

/** Drafts, and what is known of published versions besides what they say. Times are epoch ms. */

export type DraftRow = {
  playbook: string;
  source: string;
  base_version: number | null;
  version: number;
  author_id: number | null;
  updated_at: number;
};
export type VersionRow = {
  id: string;
  version: number;
  published_at: number;
  is_retired: boolean;
  is_own: boolean;
  author_id: number | null;
  note: string;
};

const at = (place: string) => `to_timestamp(${place} / 1000.0)`;

export async function selectDrafts(db: Queryable): Promise<DraftRow[]> {
  return (await db.query<DraftRow>('select * from playbook_draft order by playbook')).rows;
}

export async function selectDraft(db: Queryable, playbook: string): Promise<DraftRow | null> {
  const { rows } = await db.query<DraftRow>('select * from playbook_draft where playbook = $1', [playbook]);
  return rows[0] ?? null;
}

/** Waits for whoever else is publishing or changing this draft. */
export async function lockDraft(client: PoolClient, playbook: string): Promise<DraftRow | null> {
  const { rows } = await client.query<DraftRow>('select * from playbook_draft where playbook = $1 for update', [
    playbook,
  ]);
  return rows[0] ?? null;
}

type NewDraft = {
  playbook: string;
  source: string;
  baseVersion: number | null;
  authorId: number | null;
  now: number;
  /** The version it follows; 0 for the first. */
  seen: number;
};

/** The draft as kept; null when it is not at the version that was seen. */
export async function writeDraft(db: Queryable, draft: NewDraft): Promise<DraftRow | null> {
  const { playbook, source, baseVersion, authorId, now, seen } = draft;
  const values = [playbook, source, baseVersion, authorId, now];
  const text =
    seen === 0
      ? `insert into playbook_draft (playbook, source, base_version, version, author_id, updated_at)
         values ($1, $2, $3, 1, $4, ${at('$5')}) on conflict do nothing returning *`
      : `update playbook_draft set source = $2, base_version = $3, version = version + 1, author_id = $4, updated_at = ${at('$5')}
         where playbook = $1 and version = $6 returning *`;
  const { rows } = await db.query<DraftRow>(text, seen === 0 ? values : [...values, seen]);
  return rows[0] ?? null;
}

export async function deleteDraft(db: Queryable, playbook: string, version: number): Promise<boolean> {
  const text = 'delete from playbook_draft where playbook = $1 and version = $2';
  return (await db.query(text, [playbook, version])).rowCount === 1;
}

export async function selectVersions(db: Queryable): Promise<VersionRow[]> {
  const { rows } = await db.query<VersionRow>(
    'select id, version, published_at, is_retired, is_own, author_id, note from playbook order by id, version',
  );
  return rows;
}

/** The text that a version was published from; null where none was kept, undefined where there is no such version. */
export async function selectSource(db: Queryable, id: string, version: number): Promise<string | null | undefined> {
  const { rows } = await db.query<{ source: string | null }>(
    'select source from playbook where id = $1 and version = $2',
    [id, version],
  );
  return rows[0]?.source;
}

export async function latestVersion(db: Queryable, id: string): Promise<number> {
  const text = 'select coalesce(max(version), 0) as latest from playbook where id = $1';
  return (await db.query<{ latest: number }>(text, [id])).rows[0]?.latest ?? 0;
}

type Publication = { playbook: Playbook; source: string; authorId: number | null; note: string; now: number };

/** False when somebody else has published that version. */
export async function insertPublication(client: PoolClient, publication: Publication): Promise<boolean> {
  const { playbook, source, authorId, note, now } = publication;
  const { rowCount } = await client.query(
    `insert into playbook (id, version, document, published_at, source, is_own, author_id, note)
     values ($1, $2, $3, ${at('$4')}, $5, true, $6, $7) on conflict do nothing`,
    [playbook.id, playbook.version, JSON.stringify(playbook), now, source, authorId, note],
  );
  return rowCount === 1;
}

/** Retires all versions of a playbook, or restores them; whether anything changed. */
export async function setRetired(client: PoolClient, id: string, isRetired: boolean): Promise<boolean> {
  const text = 'update playbook set is_retired = $2 where id = $1 and is_retired <> $2';
  return ((await client.query(text, [id, isRetired])).rowCount ?? 0) > 0;
}

/** How many other playbooks are in force; waits for whoever retires one at the same time. */
export async function countOthersInForce(client: PoolClient, id: string): Promise<number> {
  await client.query(`select pg_advisory_xact_lock(hashtext('playbook-retire'))`);
  const { rows } = await client.query<{ count: number }>(
    'select count(distinct id)::int as count from playbook where id <> $1 and not is_retired',
    [id],
  );
  return rows[0]?.count ?? 0;
}
