import type { Queryable } from '../../database/pool.ts';

/** SQL of what people do with their own account: password and sessions. */
export type Account = { accountId: string; login: string; passwordHash: string };

export async function findAccountOf(database: Queryable, staffId: number): Promise<Account | null> {
  const { rows } = await database.query<Account>(
    `select s.account_id as "accountId", s.login, a.password as "passwordHash" from staff s
     join auth_account a on a.user_id = s.account_id and a.provider_id = 'credential'
     where s.id = $1 and s.is_active`,
    [staffId],
  );
  return rows[0] ?? null;
}

/** False when the password is no longer the one that was checked: somebody else was first. */
export async function replacePassword(
  database: Queryable,
  { accountId, passwordHash }: Account,
  newHash: string,
  now: number,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `update auth_account set password = $3, updated_at = $4
     where user_id = $1 and provider_id = 'credential' and password = $2`,
    [accountId, passwordHash, newHash, new Date(now)],
  );
  return rowCount === 1;
}

export async function setMustChange(database: Queryable, staffId: number, mustChange: boolean): Promise<void> {
  await database.query('update staff set must_change_password = $2 where id = $1', [staffId, mustChange]);
}

type Reach = { email?: string | null | undefined; chatId?: string | null | undefined };

/** How a person is reached; what is not named stays. */
export async function saveReach(database: Queryable, staffId: number, { email, chatId }: Reach): Promise<void> {
  await database.query(
    `update staff set email = case when $2 then $3 else email end, chat_id = case when $4 then $5 else chat_id end
     where id = $1`,
    [staffId, email !== undefined, email ?? null, chatId !== undefined, chatId ?? null],
  );
}

export type SessionRow = {
  id: string;
  created_at: number;
  updated_at: number;
  ip_address: string | null;
  user_agent: string | null;
};

const mostSessions = 100;

/** Those that still open something, the latest first. */
export async function listSessions(database: Queryable, accountId: string, now: number): Promise<SessionRow[]> {
  const { rows } = await database.query<SessionRow>(
    `select id, created_at, updated_at, ip_address, user_agent from auth_session
     where user_id = $1 and expires_at > $2 order by created_at desc, id limit $3`,
    [accountId, new Date(now), mostSessions],
  );
  return rows;
}

export async function deleteSession(database: Queryable, accountId: string, id: string): Promise<boolean> {
  const { rowCount } = await database.query('delete from auth_session where user_id = $1 and id = $2', [accountId, id]);
  return rowCount === 1;
}

export async function deleteOtherSessions(database: Queryable, accountId: string, kept: string): Promise<void> {
  await database.query('delete from auth_session where user_id = $1 and id <> $2', [accountId, kept]);
}
