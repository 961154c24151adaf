import type { z } from 'zod';
import type { departmentBody } from '../../../contract/organisation.ts';
import { checkContact } from '../../../domain/access/staff-rules.ts';
import { type DatabasePool, transaction } from '../../database/pool.ts';
import type { LiveDirectory } from './directory.ts';
import { announceOrganisation, type DepartmentRow, lockOrganisation, upsertDepartment } from './store.ts';

/** Adds the department or changes the one with this code. @throws Refusal department.contact-not-member */
export async function saveDepartment(
  { pool, directory }: { pool: DatabasePool; directory: LiveDirectory },
  { code, name, contact }: z.output<typeof departmentBody>,
): Promise<DepartmentRow> {
  const saved = await transaction(pool, async (client) => {
    checkContact(await lockOrganisation(client), code, contact);
    const row = await upsertDepartment(client, { code, nameZh: name.zh, nameEn: name.en, contact });
    await announceOrganisation(client);
    return row;
  });
  await directory.reload();
  return saved;
}
