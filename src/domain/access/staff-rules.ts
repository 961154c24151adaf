import type { StaffRole } from '../playbook/schema-parts.ts';
import { Refusal } from '../refusal.ts';
import type { DepartmentEntry, StaffEntry } from '../ticket/context.ts';

/** Who may see and change the organisation. `everybody` is all who are signed in, whatever their role. */
export const organisationRights = {
  'staff.see': 'everybody',
  'staff.see-logins': ['admin', 'supervisor'],
  'staff.change': ['admin'],
  'department.see': 'everybody',
  'department.change': ['admin'],
  'token.see': ['admin', 'supervisor'],
  'token.change': ['admin'],
} as const satisfies Record<string, 'everybody' | readonly StaffRole[]>;
export type OrganisationRight = keyof typeof organisationRights;

export function mayInOrganisation(actor: { roles: readonly StaffRole[] }, right: OrganisationRight): boolean {
  const allowed: 'everybody' | readonly StaffRole[] = organisationRights[right];
  return allowed === 'everybody' || allowed.some((role) => actor.roles.includes(role));
}

/** @throws Refusal auth.forbidden, naming the roles that would do */
export function demandRight(actor: { roles: readonly StaffRole[] }, right: OrganisationRight): void {
  if (!mayInOrganisation(actor, right)) throw new Refusal('auth.forbidden', '', { roles: organisationRights[right] });
}

export type Organisation = {
  staff: ReadonlyMap<number, StaffEntry>;
  departments: ReadonlyMap<string, DepartmentEntry>;
};
export type StaffChange = Partial<Pick<StaffEntry, 'roles' | 'departments' | 'supervisor' | 'isActive'>>;

/** @throws Refusal staff.unknown-supervisor: nobody can report to somebody who is not there */
export function checkNewStaff(organisation: Organisation, supervisor: number | null): void {
  if (supervisor !== null) checkSupervisor(organisation, supervisor);
}

/**
 * @returns the person after the change, and the departments that lose their contact by it: whoever leaves a department or the
 *   organisation stops being the contact, because switching somebody off must never have to wait.
 * @throws Refusal staff.unknown, staff.unknown-supervisor, staff.supervisor-cycle, staff.last-admin
 */
export function decideStaffChange(
  organisation: Organisation,
  id: number,
  change: StaffChange,
): { after: StaffEntry; contactLost: string[] } {
  const before = organisation.staff.get(id);
  if (!before) throw new Refusal('staff.unknown', 'id', { id });
  const after = { ...before, ...change };
  if (typeof change.supervisor === 'number') {
    checkSupervisor(organisation, change.supervisor);
    checkReportingLine(organisation, before, change.supervisor);
  }
  if (isAdmin(before) && !isAdmin(after) && !hasOtherAdmin(organisation, id))
    throw new Refusal('staff.last-admin', after.isActive ? 'roles' : 'isActive', { id, name: before.name });
  const contactLost = [...organisation.departments.values()]
    .filter(({ code, contact }) => contact === id && !isMember(after, code))
    .map(({ code }) => code);
  return { after, contactLost };
}

/** @throws Refusal department.contact-not-member */
export function checkContact(organisation: Organisation, department: string, contact: number | null): void {
  if (contact === null) return;
  const person = organisation.staff.get(contact);
  if (!person || !isMember(person, department))
    throw new Refusal('department.contact-not-member', 'contact', { given: contact, department });
}

function checkSupervisor({ staff }: Organisation, supervisor: number): void {
  if (!staff.get(supervisor)?.isActive)
    throw new Refusal('staff.unknown-supervisor', 'supervisor', { given: supervisor });
}

function checkReportingLine({ staff }: Organisation, person: StaffEntry, supervisor: number): void {
  const line = [person];
  for (let next: number | null = supervisor; next !== null && line.length <= staff.size; ) {
    const above: StaffEntry | undefined = staff.get(next);
    if (!above) return;
    line.push(above);
    if (above.id === person.id)
      throw new Refusal('staff.supervisor-cycle', 'supervisor', { chain: line.map(({ name }) => name).join(' → ') });
    next = above.supervisor;
  }
}

const isAdmin = ({ isActive, roles }: StaffEntry) => isActive && roles.includes('admin');
const isMember = ({ isActive, departments }: StaffEntry, department: string) =>
  isActive && departments.includes(department);

function hasOtherAdmin({ staff }: Organisation, id: number): boolean {
  return [...staff.values()].some((person) => person.id !== id && isAdmin(person));
}
