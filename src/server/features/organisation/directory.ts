import type { Organisation } from '../../../domain/access/staff-rules.ts';
import type { StaffRole } from '../../../domain/playbook/schema-parts.ts';
import type { Directory, StaffEntry } from '../../../domain/ticket/context.ts';
import { type Following, keep } from '../../database/kept.ts';
import type { DatabasePool } from '../../database/pool.ts';
import { readOrganisation } from './store.ts';

/**
 * The organisation in memory, for rules that ask about many people at a time. It is loaded anew when any process announces a
 * change; `reload` waits for that, for those who made the change themselves.
 */
export type LiveDirectory = Directory & { reload(): Promise<void> };

export async function openDirectory(following: Following & { pool: DatabasePool }): Promise<LiveDirectory> {
  const read = async () => indexOrganisation(await readOrganisation(following.pool));
  const { current, reload } = await keep(read, { ...following, channel: 'organisation_changed' });
  return {
    staff: (id) => current().staff(id),
    department: (code) => current().department(code),
    staffOf: (department) => current().staffOf(department),
    withRole: (role) => current().withRole(role),
    reload,
  };
}

/** Lists hold active staff only; a single person is found whether active or not. */
export function indexOrganisation({ staff, departments }: Organisation): Directory {
  const active = [...staff.values()].filter(({ isActive }) => isActive);
  const byDepartment = groupIds(active, (person) => person.departments);
  const byRole = groupIds<StaffRole>(active, (person) => person.roles);
  return {
    staff: (id) => staff.get(id) ?? null,
    department: (code) => departments.get(code) ?? null,
    staffOf: (department) => byDepartment.get(department) ?? [],
    withRole: (role) => byRole.get(role) ?? [],
  };
}

function groupIds<K>(staff: readonly StaffEntry[], keysOf: (person: StaffEntry) => readonly K[]): Map<K, number[]> {
  const groups = new Map<K, number[]>();
  for (const person of staff) {
    for (const key of new Set(keysOf(person))) {
      const ids = groups.get(key);
      if (ids) ids.push(person.id);
      else groups.set(key, [person.id]);
    }
  }
  return groups;
}
