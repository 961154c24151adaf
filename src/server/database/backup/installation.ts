import { randomUUID } from 'node:crypto';
import type { Queryable } from '../pool.ts';

const name = 'installation';

/** Tells the backups and keys of one organisation from another's. Made when it is first asked for, and restored with everything else. */
export async function installationOf(db: Queryable): Promise<string> {
  await db.query('insert into setting (name, value) values ($1, to_jsonb($2::text)) on conflict (name) do nothing', [
    name,
    randomUUID(),
  ]);
  const { rows } = await db.query<{ value: string }>('select value from setting where name = $1', [name]);
  if (!rows[0]) throw new Error('the database has no name of its own');
  return rows[0].value;
}
