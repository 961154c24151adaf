import type { z } from 'zod';
import type { staffPatch } from '../../../contract/organisation.ts';
import { decideStaffChange, type StaffChange } from '../../../domain/access/staff-rules.ts';
import { type PoolClient, transaction } from '../../database/pool.ts';
import { announceChange, deleteSessions, type Identities, nameOf, updatePassword } from '../session/index.ts';
import type { StaffDeps } from './create-staff.ts';
import { checkDepartments } from './known-departments.ts';
import { announceOrganisation, clearContacts, findStaff, lockOrganisation, updateStaff } from './store.ts';

export type ChangeStaffDeps = StaffDeps & { identities: Identities };
type Patch = z.output<typeof staffPatch>;

/**
 * Whoever is switched off or gets another password is signed out everywhere before the answer is sent.
 * @throws Refusal staff.unknown, staff.last-admin, staff.unknown-department, staff.unknown-supervisor, staff.supervisor-cycle
 */
export async function changeStaff(
  { pool, clock, auth, directory, identities }: ChangeStaffDeps,
  id: number,
  { password, name, email, chatId, ...change }: Patch,
): Promise<void> {
  const passwordHash = password === undefined ? null : await auth.hashPassword(password);
  const who = { kind: 'staff', id } as const;
  await transaction(pool, async (client) => {
    const organisation = await lockOrganisation(client);
    checkDepartments(organisation.departments.keys(), change.departments ?? []);
    const { contactLost } = decideStaffChange(organisation, id, change);
    await updateStaff(client, id, { ...change, name, email, chatId });
    await clearContacts(client, contactLost);
    await changeAccount(client, id, change, passwordHash, clock.now());
    await announceChange(client, nameOf(who));
    await announceOrganisation(client);
  });
  identities.forget(who);
  await directory.reload();
}

async function changeAccount(
  client: PoolClient,
  id: number,
  { isActive }: StaffChange,
  passwordHash: string | null,
  now: number,
): Promise<void> {
  const accountId = (await findStaff(client, id))?.accountId ?? null;
  if (accountId === null) return;
  if (passwordHash !== null) await updatePassword(client, accountId, passwordHash, now);
  if (passwordHash !== null || isActive !== undefined) await deleteSessions(client, accountId);
}
