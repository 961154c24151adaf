import type { PhraseScope } from '../../../domain/phrase/choose.ts';
import type { SituationId } from '../../../domain/phrase/situations.ts';
import type { Queryable } from '../../database/pool.ts';

/** SQL of the library of wording. */
export type PhraseContent = PhraseScope & {
  situation: SituationId;
  title: { zh: string; en: string };
  text: { zh: string; en: string };
};
export type PhraseRow = PhraseContent & {
  id: number;
  version: number;
  isActive: boolean;
  isShipped: boolean;
  isEdited: boolean;
  useCount: number;
  updatedAt: number;
  updatedBy: number | null;
};
export type ShippedPhrase = PhraseContent & { key: string };

const columns = `id, version, situation, jsonb_build_object('zh', title_zh, 'en', title_en) as title,
  jsonb_build_object('zh', text_zh, 'en', text_en) as text, playbooks, categories, priorities, channels, is_active as "isActive",
  shipped_key is not null as "isShipped", is_edited as "isEdited", use_count as "useCount", updated_at as "updatedAt",
  updated_by as "updatedBy"`;
const written = 'situation, title_zh, title_en, text_zh, text_en, playbooks, categories, priorities, channels';
/** More than anybody can look through; a list never grows without bound. */
const mostListed = 2_000;

export async function listPhrases(db: Queryable, isInactiveToo: boolean): Promise<PhraseRow[]> {
  const { rows } = await db.query<PhraseRow>(
    `select ${columns} from phrase where removed_at is null and (is_active or $1) order by id limit ${mostListed}`,
    [isInactiveToo],
  );
  return rows;
}

export async function findPhrase(db: Queryable, id: number): Promise<PhraseRow | null> {
  const { rows } = await db.query<PhraseRow>(`select ${columns} from phrase where id = $1 and removed_at is null`, [
    id,
  ]);
  return rows[0] ?? null;
}

export type PhraseWrite = PhraseContent & { isActive: boolean; by: number | null; now: number };

export async function insertPhrase(db: Queryable, { isActive, by, now, ...content }: PhraseWrite): Promise<PhraseRow> {
  const { rows } = await db.query<PhraseRow>(
    `insert into phrase (${written}, is_active, is_edited, updated_by, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true, $11, $12) returning ${columns}`,
    [...valuesOf(content), isActive, by, new Date(now)],
  );
  const [row] = rows;
  if (!row) throw new Error('The new phrase was not returned');
  return row;
}

/** Null when it is no longer at this version. */
export async function updatePhrase(
  db: Queryable,
  id: number,
  version: number,
  { isActive, by, now, ...content }: PhraseWrite,
): Promise<PhraseRow | null> {
  const { rows } = await db.query<PhraseRow>(
    `update phrase set situation = $1, title_zh = $2, title_en = $3, text_zh = $4, text_en = $5, playbooks = $6, categories = $7,
       priorities = $8, channels = $9, is_active = $10, updated_by = $11, updated_at = $12, version = version + 1, is_edited = true
     where id = $13 and version = $14 and removed_at is null returning ${columns}`,
    [...valuesOf(content), isActive, by, new Date(now), id, version],
  );
  return rows[0] ?? null;
}

export async function removePhrase(db: Queryable, id: number, version: number, now: number): Promise<boolean> {
  const { rowCount } = await db.query(
    'update phrase set removed_at = $3, version = version + 1 where id = $1 and version = $2 and removed_at is null',
    [id, version, new Date(now)],
  );
  return rowCount === 1;
}

export async function countUse(db: Queryable, id: number): Promise<boolean> {
  const text = 'update phrase set use_count = use_count + 1 where id = $1 and removed_at is null';
  return (await db.query(text, [id])).rowCount === 1;
}

/** Adds what is new and brings up to date what nobody has touched; any number of processes may do so at once. */
export async function upsertShipped(db: Queryable, phrases: readonly ShippedPhrase[], now: number): Promise<void> {
  const rows = phrases.map(({ key, title, text, ...rest }, place) => ({
    ...rest,
    place,
    shipped_key: key,
    title_zh: title.zh,
    title_en: title.en,
    text_zh: text.zh,
    text_en: text.en,
  }));
  const shape = `place int, shipped_key text, situation text, title_zh text, title_en text, text_zh text, text_en text, playbooks text[],
    categories text[], priorities text[], channels text[]`;
  const set = written.split(', ').map((name) => `${name} = excluded.${name}`);
  const current = written.split(', ').map((name) => `phrase.${name}`);
  const shipped = written.split(', ').map((name) => `excluded.${name}`);
  await db.query(
    `insert into phrase (shipped_key, ${written}, updated_at)
     select shipped_key, ${written}, $2 from jsonb_to_recordset($1::jsonb) as x (${shape}) order by place
     on conflict (shipped_key) do update set ${set.join(', ')}, version = phrase.version + 1, updated_at = excluded.updated_at
     where not phrase.is_edited and phrase.removed_at is null and (${current.join(', ')}) is distinct from (${shipped.join(', ')})`,
    [JSON.stringify(rows), new Date(now)],
  );
}

function valuesOf({ situation, title, text, playbooks, categories, priorities, channels }: PhraseContent): unknown[] {
  return [situation, title.zh, title.en, text.zh, text.en, playbooks, categories, priorities, channels];
}
