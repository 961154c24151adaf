import type { StaffRole } from '../../../domain/playbook/schema-parts.ts';
import type { Queryable } from '../../database/pool.ts';

/** SQL of sign-in: accounts and their sessions, tokens, and whom they stand for. */
type Holder = { id: number; roles: StaffRole[]; departments: string[] };
type StaffHolder = Holder & { mustChangePassword: boolean };

export async function isActiveAccount(database: Queryable, accountId: string): Promise<boolean> {
  return (await findStaffOfAccount(database, accountId)) !== null;
}

/** The active member of staff who signs in with this account. */
export async function findStaffOfAccount(database: Queryable, accountId: string): Promise<StaffHolder | null> {
  const { rows } = await database.query<StaffHolder>(
    `select id, roles, departments, must_change_password as "mustChangePassword" from staff
     where account_id = $1 and is_active`,
    [accountId],
  );
  return rows[0] ?? null;
}

export async function findTokenHolder(database: Queryable, tokenHash: Buffer): Promise<Holder | null> {
  const { rows } = await database.query<Holder>(
    'select id, roles, departments from api_token where token_hash = $1 and revoked_at is null',
    [tokenHash],
  );
  return rows[0] ?? null;
}

export async function touchToken(database: Queryable, id: number, now: number): Promise<void> {
  await database.query(
    'update api_token set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2)',
    [id, new Date(now)],
  );
}

export type NewAccount = { id: string; address: string; name: string; passwordHash: string; now: number };

export async function insertAccount(database: Queryable, { id, address, name, passwordHash, now }: NewAccount) {
  const at = new Date(now);
  await database.query(
    `with account as (
       insert into auth_user (id, name, email, email_verified, created_at, updated_at) values ($1, $2, $3, false, $5, $5)
       returning id)
     insert into auth_account (id, user_id, provider_id, account_id, password, created_at, updated_at)
     select id, id, 'credential', id, $4, $5, $5 from account`,
    [id, name, address, passwordHash, at],
  );
}

export async function updatePassword(database: Queryable, accountId: string, passwordHash: string, now: number) {
  const { rowCount } = await database.query(
    `update auth_account set password = $2, updated_at = $3 where user_id = $1 and provider_id = 'credential'`,
    [accountId, passwordHash, new Date(now)],
  );
  if (rowCount !== 1) throw new Error(`Account ${accountId} has no password to change`);
}

export async function deleteSessions(database: Queryable, accountId: string): Promise<void> {
  await database.query('delete from auth_session where user_id = $1', [accountId]);
}

export async function deleteExpiredSessions(database: Queryable): Promise<void> {
  await database.query('delete from auth_session where expires_at < now()');
}

/** Says to all processes, when the transaction commits, that what they know of someone no longer holds. */
export async function announceChange(database: Queryable, changed: string): Promise<void> {
  await database.query('select pg_notify($1, $2)', ['staff_changed', changed]);
}

export type MeRow = {
  id: number;
  name: string;
  login: string;
  roles: StaffRole[];
  departments: string[];
  supervisor: number | null;
  email: string | null;
  chatId: string | null;
  organisation: string | null;
  unreadNotices: number;
  mustChangePassword: boolean;
};

export async function findMe(database: Queryable, kind: 'staff' | 'program', id: number): Promise<MeRow | null> {
  const from =
    kind === 'staff'
      ? `select id, name, login, roles, departments, supervisor_id as supervisor, email, chat_id as "chatId",
           (select count(*) from notice where staff_id = staff.id and read_at is null) as "unreadNotices",
           must_change_password as "mustChangePassword"
         from staff where id = $1`
      : `select id, name, '' as login, roles, departments, null::bigint as supervisor, null as email, null as "chatId", 0::bigint as "unreadNotices",
           false as "mustChangePassword"
         from api_token where id = $1`;
  const { rows } = await database.query<MeRow>(
    `select me.*, (select value->>'name' from setting where name = 'organisation') as organisation from (${from}) me`,
    [id],
  );
  return rows[0] ?? null;
}
