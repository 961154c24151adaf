import type { Queryable } from '../../database/pool.ts';

/** SQL of giving tickets from before descriptions were kept one of their own; how far that has come is in table `setting`. */
export type DescribeProgress = { after: number; isDone: boolean };

export async function readDescribeProgress(db: Queryable): Promise<DescribeProgress> {
  const { rows } = await db.query<{ value: DescribeProgress }>(`select value from setting where name = 'descriptions'`);
  return rows[0]?.value ?? { after: 0, isDone: false };
}

/** Never back: of two processes that do the same, the slower has nothing to say. */
export async function saveDescribeProgress(db: Queryable, progress: DescribeProgress): Promise<void> {
  await db.query(
    `insert into setting (name, value) values ('descriptions', $1::jsonb)
     on conflict (name) do update set value = excluded.value
     where (setting.value ->> 'after')::bigint <= (excluded.value ->> 'after')::bigint`,
    [JSON.stringify(progress)],
  );
}

/** The next tickets by id, and whether they have text but no description. */
export async function listDescribable(db: Queryable, after: number, limit: number) {
  const { rows } = await db.query<{ id: number; isOpen: boolean }>(
    `select id, description is null and secret is not null as "isOpen" from ticket where id > $1 order by id limit $2`,
    [after, limit],
  );
  return rows;
}

export type Described = { id: number; version: number; description: Buffer };

/** @returns how many were written: not those that somebody wrote or erased since they were read. */
export async function insertDescriptions(db: Queryable, described: readonly Described[]): Promise<number> {
  const { rowCount } = await db.query(
    `update ticket set description = given.description
     from unnest($1::bigint[], $2::int[], $3::bytea[]) as given (id, version, description)
     where ticket.id = given.id and ticket.version = given.version
       and ticket.description is null and ticket.secret is not null`,
    [
      described.map(({ id }) => id),
      described.map(({ version }) => version),
      described.map(({ description }) => description),
    ],
  );
  return rowCount ?? 0;
}
