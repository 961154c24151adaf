import type { StaffRole } from '../../src/domain/playbook/schema-parts.ts';
import type { Directory, StaffEntry } from '../../src/domain/ticket/context.ts';
import type { noticesOf } from '../../src/domain/ticket/notices.ts';

/** 1 agent and 2 specialist report to 3, 3 to 4; 5 is the contact of product; 7 has left; 10 reports to 6, 12 of repair, which has no contact, to 4. */
const people: StaffEntry[] = [
  entry(1, ['agent'], [], 3),
  entry(2, ['specialist'], ['product'], 3),
  entry(3, ['supervisor'], [], 4),
  entry(4, ['supervisor', 'manager'], [], null),
  entry(5, ['contact'], ['product'], null),
  entry(6, ['supervisor'], [], null),
  { ...entry(7, ['specialist'], ['product'], 3), isActive: false },
  entry(8, ['quality'], ['logistics'], null),
  entry(9, ['quality'], ['logistics'], null),
  entry(10, ['admin'], [], 6),
  entry(11, [], ['repair'], null),
  entry(12, [], ['repair'], 4),
];

function entry(id: number, roles: StaffRole[], departments: string[], supervisor: number | null): StaffEntry {
  return { id, name: `P${id}`, roles, departments, supervisor, isActive: true };
}

const active = people.filter(({ isActive }) => isActive);
export const directory: Directory = {
  staff: (id) => people.find((one) => one.id === id) ?? null,
  department: (code) => ({ code, contact: code === 'product' ? 5 : code === 'legal' ? 2 : null, isActive: true }),
  staffOf: (code) => active.filter((one) => one.departments.includes(code)).map(({ id }) => id),
  withRole: (role) => active.filter((one) => one.roles.includes(role)).map(({ id }) => id),
};
export const playbook = {
  stage: () => ({ who: ['agent', 'owner'] }),
  clock: (id: string) => ({
    starts: [],
    ...(id === 'telling' && { appraises: 'service' }),
    ...(id === 'response' && { appraises: 'department' }),
    breach: id === 'quiet' ? [] : [{ after: '0m', tell: ['owner'], escalate: false }],
  }),
} as unknown as Parameters<typeof noticesOf>[3];
