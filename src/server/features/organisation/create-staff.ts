import type { z } from 'zod';
import type { staffBody } from '../../../contract/organisation.ts';
import { checkNewStaff } from '../../../domain/access/staff-rules.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { type DatabasePool, type Queryable, transaction } from '../../database/pool.ts';
import type { Clock } from '../../platform/clock.ts';
import { newSecret } from '../../platform/ids.ts';
import { type Auth, addressOfLogin, insertAccount } from '../session/index.ts';
import type { LiveDirectory } from './directory.ts';
import { checkDepartments } from './known-departments.ts';
import { announceOrganisation, insertStaff, isLoginTaken, lockOrganisation, type NewStaff } from './store.ts';

export type StaffDeps = {
  pool: DatabasePool;
  clock: Clock;
  auth: Pick<Auth, 'hashPassword'>;
  directory: LiveDirectory;
};

/** @returns the new person's id. @throws Refusal staff.login-taken, staff.unknown-department, staff.unknown-supervisor */
export async function createStaff(
  { pool, clock, auth, directory }: StaffDeps,
  { password, ...person }: z.output<typeof staffBody>,
): Promise<number> {
  // Hashing takes a while: not while others wait for the lock.
  const passwordHash = await auth.hashPassword(password);
  const id = await transaction(pool, async (client) => {
    const organisation = await lockOrganisation(client);
    if (await isLoginTaken(client, person.login))
      throw new Refusal('staff.login-taken', 'login', { login: person.login });
    checkDepartments(organisation.departments.keys(), person.departments);
    checkNewStaff(organisation, person.supervisor);
    const created = await addStaff(client, { ...person, passwordHash, now: clock.now() });
    await announceOrganisation(client);
    return created;
  });
  await directory.reload();
  return id;
}

export type StaffWithPassword = Omit<NewStaff, 'accountId'> & { passwordHash: string };

/** The person and the account to sign in with, in the caller's transaction. */
export async function addStaff(database: Queryable, { passwordHash, ...person }: StaffWithPassword): Promise<number> {
  const accountId = newSecret(16);
  const { login, name, now } = person;
  await insertAccount(database, { id: accountId, address: addressOfLogin(login), name, passwordHash, now });
  return insertStaff(database, { ...person, accountId });
}
