import type { StaffRole } from '../../../domain/playbook/schema-parts.ts';
import type { Queryable } from '../../database/pool.ts';

/** SQL of the bearer tokens of programs. */
export type TokenRow = {
  id: number;
  name: string;
  roles: StaffRole[];
  createdAt: number;
  lastUsedAt: number | null;
  isRevoked: boolean;
};
export type NewToken = {
  name: string;
  roles: readonly StaffRole[];
  departments: readonly string[];
  hash: Buffer;
  now: number;
};

const tokenColumns = `id, name, roles, created_at as "createdAt", last_used_at as "lastUsedAt",
  revoked_at is not null as "isRevoked"`;

export async function listTokens(database: Queryable): Promise<TokenRow[]> {
  return (await database.query<TokenRow>(`select ${tokenColumns} from api_token order by id desc`)).rows;
}

export async function insertToken(database: Queryable, { name, roles, departments, hash, now }: NewToken) {
  const { rows } = await database.query<TokenRow>(
    `insert into api_token (name, token_hash, roles, departments, created_at) values ($1, $2, $3, $4, $5)
     returning ${tokenColumns}`,
    [name, hash, roles, departments, new Date(now)],
  );
  const [row] = rows;
  if (!row) throw new Error('The new token was not returned');
  return row;
}

/** @returns whether there is such a token; one that was revoked before keeps its time. */
export async function revokeTokenRow(database: Queryable, id: number, now: number): Promise<boolean> {
  const { rowCount } = await database.query(
    'update api_token set revoked_at = coalesce(revoked_at, $2) where id = $1',
    [id, new Date(now)],
  );
  return rowCount === 1;
}
