import type { PlaybookOption } from '../../../domain/playbook/schema.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { DatabasePool, Queryable } from '../../database/pool.ts';
import { nearestName } from '../../platform/nearest-name.ts';
import { announceOrganisation, insertMissingDepartments } from './store.ts';
import { chosenPlaybook } from './store-settings.ts';

const mostNamed = 8;

/** @throws Refusal staff.unknown-department, naming what may have been meant */
export function checkDepartments(known: Iterable<string>, given: readonly string[]): void {
  const codes = [...known];
  given.forEach((code, index) => {
    if (codes.includes(code)) return;
    const valid = nearestName(code, codes) ?? (codes.slice(0, mostNamed).join(', ') || '–');
    throw new Refusal('staff.unknown-department', `departments.${index}`, { given: code, valid });
  });
}

/** Creates the departments that are not there yet; the others keep the names the organisation gave them. */
export async function ensureDepartments(database: Queryable, departments: readonly PlaybookOption[]): Promise<number> {
  return insertMissingDepartments(
    database,
    departments.map(({ id, name }) => ({ code: id, nameZh: name.zh, nameEn: name.en })),
  );
}

/** The same, told to all processes when the transaction commits. */
export async function bringDepartments(client: Queryable, departments: readonly PlaybookOption[]): Promise<void> {
  if ((await ensureDepartments(client, departments)) > 0) await announceOrganisation(client);
}

/**
 * An update may ship playbooks that hand work to departments an organisation set up before does not have. Before set-up there is nothing to
 * complete, and a department that was taken out of use stays so.
 */
export async function completeDepartments(pool: DatabasePool, departments: readonly PlaybookOption[]): Promise<void> {
  if ((await chosenPlaybook(pool)) !== undefined) await bringDepartments(pool, departments);
}
