import type { Organisation, StaffChange } from '../../../domain/access/staff-rules.ts';
import type { StaffRole } from '../../../domain/playbook/schema-parts.ts';
import type { PoolClient, Queryable } from '../../database/pool.ts';

/** SQL of staff, departments and the organisation's settings. */
export type StaffRow = {
  id: number;
  accountId: string | null;
  name: string;
  login: string;
  roles: StaffRole[];
  departments: string[];
  supervisor: number | null;
  email: string | null;
  chatId: string | null;
  isActive: boolean;
};
export type DepartmentRow = {
  code: string;
  nameZh: string;
  nameEn: string;
  contact: number | null;
  isActive: boolean;
};

const staffColumns = `id, account_id as "accountId", name, login, roles, departments, supervisor_id as supervisor,
  email, chat_id as "chatId", is_active as "isActive"`;
const departmentColumns = `code, name_zh as "nameZh", name_en as "nameEn", contact_staff_id as contact, is_active as "isActive"`;

export async function listStaff(database: Queryable): Promise<StaffRow[]> {
  return (await database.query<StaffRow>(`select ${staffColumns} from staff order by id`)).rows;
}

export async function findStaff(database: Queryable, id: number): Promise<StaffRow | null> {
  return (await database.query<StaffRow>(`select ${staffColumns} from staff where id = $1`, [id])).rows[0] ?? null;
}

export async function isLoginTaken(database: Queryable, login: string): Promise<boolean> {
  return (await database.query('select 1 from staff where login = $1', [login])).rows.length > 0;
}

export async function listDepartments(database: Queryable): Promise<DepartmentRow[]> {
  return (await database.query<DepartmentRow>(`select ${departmentColumns} from department order by code`)).rows;
}

/** One change of the organisation at a time: the rules look at all of it. Readers are not held up. */
export async function lockOrganisation(client: PoolClient): Promise<Organisation> {
  await client.query('lock table staff, department in share row exclusive mode');
  return readOrganisation(client);
}

export async function readOrganisation(database: Queryable): Promise<Organisation> {
  const staff = await listStaff(database);
  const departments = await listDepartments(database);
  return {
    staff: new Map(staff.map((person) => [person.id, person])),
    departments: new Map(departments.map((department) => [department.code, department])),
  };
}

export type NewStaff = Omit<StaffRow, 'id' | 'isActive'> & { now: number };

export async function insertStaff(database: Queryable, staff: NewStaff): Promise<number> {
  const { accountId, name, login, roles, departments, supervisor, email, chatId, now } = staff;
  const { rows } = await database.query<{ id: number }>(
    `insert into staff (account_id, name, login, roles, departments, supervisor_id, email, chat_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [accountId, name, login, roles, departments, supervisor, email, chatId, new Date(now)],
  );
  const [row] = rows;
  if (!row) throw new Error('The new member of staff was not returned');
  return row.id;
}

type StaffUpdate = StaffChange & { name?: string; email?: string | null; chatId?: string | null };

export async function updateStaff(database: Queryable, id: number, change: StaffUpdate) {
  const { name, roles, departments, supervisor, isActive, email, chatId } = change;
  const { rowCount } = await database.query(
    `update staff set name = coalesce($2, name), roles = coalesce($3, roles), departments = coalesce($4, departments),
       supervisor_id = case when $5 then $6 else supervisor_id end, is_active = coalesce($7, is_active),
       email = case when $8 then $9 else email end,
       chat_id = case when $10 then $11 else chat_id end
     where id = $1`,
    [
      id,
      name,
      roles,
      departments,
      supervisor !== undefined,
      supervisor ?? null,
      isActive,
      email !== undefined,
      email ?? null,
      chatId !== undefined,
      chatId ?? null,
    ],
  );
  if (rowCount !== 1) throw new Error(`Member of staff ${id} was not updated`);
}

export async function clearContacts(database: Queryable, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  await database.query('update department set contact_staff_id = null where code = any($1)', [codes]);
}

export async function upsertDepartment(database: Queryable, department: Omit<DepartmentRow, 'isActive'>) {
  const { code, nameZh, nameEn, contact } = department;
  const { rows } = await database.query<DepartmentRow>(
    `insert into department (code, name_zh, name_en, contact_staff_id) values ($1, $2, $3, $4)
     on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
       contact_staff_id = excluded.contact_staff_id, is_active = true
     returning ${departmentColumns}`,
    [code, nameZh, nameEn, contact],
  );
  const [row] = rows;
  if (!row) throw new Error(`Department ${code} was not returned`);
  return row;
}

/** How many were missing. */
export async function insertMissingDepartments(
  database: Queryable,
  departments: readonly Pick<DepartmentRow, 'code' | 'nameZh' | 'nameEn'>[],
): Promise<number> {
  const { rowCount } = await database.query(
    `insert into department (code, name_zh, name_en)
     select * from unnest($1::text[], $2::text[], $3::text[]) on conflict (code) do nothing`,
    [
      departments.map(({ code }) => code),
      departments.map(({ nameZh }) => nameZh),
      departments.map(({ nameEn }) => nameEn),
    ],
  );
  return rowCount ?? 0;
}

/** Says to all processes, when the transaction commits, that their directory is out of date. */
export async function announceOrganisation(database: Queryable): Promise<void> {
  await database.query(`select pg_notify('organisation_changed', '')`);
}
