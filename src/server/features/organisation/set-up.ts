import type { z } from 'zod';
import type { setupBody } from '../../../contract/organisation.ts';
import type { PlaybookOption } from '../../../domain/playbook/schema.ts';
import type { StaffRole } from '../../../domain/playbook/schema-parts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { type PoolClient, transaction } from '../../database/pool.ts';
import { addStaff, type StaffDeps } from './create-staff.ts';
import { ensureDepartments } from './known-departments.ts';
import { checkSetupKey } from './set-up-key.ts';
import { announceOrganisation } from './store.ts';
import { lockSetup, readSetup, type SetupState, saveOrganisation, saveSetup } from './store-settings.ts';

/** What set-up must know of playbooks: which there are, and the departments that each hands work to. */
export type PlaybookChoice = {
  names(): readonly string[];
  departmentsOf(playbook: string): readonly PlaybookOption[] | null;
  /** Retires all but these, in the caller's transaction; `reload` afterwards. */
  keepOnly(client: PoolClient, playbooks: readonly string[]): Promise<void>;
  reload(): Promise<void>;
};
export type SetUpDeps = StaffDeps & { playbooks: PlaybookChoice };
type SetUpInput = z.output<typeof setupBody>;

/** Whoever sets up a small shop also answers its customers; in a larger one an administrator hands the roles on. */
const firstRoles: StaffRole[] = ['admin', 'supervisor', 'agent'];

/** @returns the first administrator's id. @throws Refusal setup.done, setup.wrong-key, setup.unknown-playbook */
export async function setUp(deps: SetUpDeps, { key, ...input }: SetUpInput): Promise<number> {
  // Before the password is hashed, so that a stranger cannot keep the processor busy; again under the lock.
  checkSetupKey(await readSetup(deps.pool), key);
  return makeOrganisation(deps, input, (state) => checkSetupKey(state, key));
}

/** For the demo and for tests, which need no link. @throws Refusal setup.done, setup.unknown-playbook */
export async function setUpWithoutKey(deps: SetUpDeps, input: Omit<SetUpInput, 'key'>): Promise<number> {
  return makeOrganisation(deps, input, ({ doneAt }) => {
    if (doneAt !== undefined) throw new Refusal('setup.done');
  });
}

/** Key, organisation, departments and administrator: all or nothing, and once. */
async function makeOrganisation(
  { pool, clock, auth, directory, playbooks }: SetUpDeps,
  { organisation, playbook, alsoUse, password, name, login, email }: Omit<SetUpInput, 'key'>,
  check: (state: SetupState) => void,
): Promise<number> {
  const departments = [
    ...departmentsOf(playbooks, playbook, 'playbook'),
    ...(alsoUse ?? playbooks.names()).flatMap((other, index) => departmentsOf(playbooks, other, `alsoUse.${index}`)),
  ];
  const passwordHash = await auth.hashPassword(password);
  const now = clock.now();
  const id = await transaction(pool, async (client: PoolClient) => {
    check(await lockSetup(client));
    await saveSetup(client, { doneAt: new Date(now).toISOString() });
    await saveOrganisation(client, { name: organisation, playbook });
    await ensureDepartments(client, departments);
    if (alsoUse) await playbooks.keepOnly(client, [playbook, ...alsoUse]);
    const first = {
      name,
      login,
      passwordHash,
      roles: firstRoles,
      departments: [],
      supervisor: null,
      email,
      chatId: null,
      now,
    };
    const created = await addStaff(client, first);
    await announceOrganisation(client);
    return created;
  });
  await Promise.all([directory.reload(), playbooks.reload()]);
  return id;
}

function departmentsOf(playbooks: PlaybookChoice, playbook: string, field: string): readonly PlaybookOption[] {
  const departments = playbooks.departmentsOf(playbook);
  if (departments) return departments;
  throw new Refusal('setup.unknown-playbook', field, { given: playbook, valid: playbooks.names().join(', ') });
}
