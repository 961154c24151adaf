import { describe, expect, it } from 'vitest';
import {
  checkContact,
  decideStaffChange,
  demandRight,
  mayInOrganisation,
  type Organisation,
  type OrganisationRight,
  type StaffChange,
} from '../../src/domain/access/staff-rules.ts';
import { type StaffRole, staffRoles } from '../../src/domain/playbook/schema-parts.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import type { StaffEntry } from '../../src/domain/ticket/context.ts';

const person = (id: number, more: Partial<StaffEntry> = {}): StaffEntry => ({
  id,
  name: `P${id}`,
  roles: ['agent'],
  departments: [],
  supervisor: null,
  isActive: true,
  ...more,
});
const organisation = (...staff: StaffEntry[]): Organisation => ({
  staff: new Map(staff.map((one) => [one.id, one])),
  departments: new Map([
    ['product', { code: 'product', contact: 2, isActive: true }],
    ['logistics', { code: 'logistics', contact: 2, isActive: true }],
  ]),
});
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

describe('rights', () => {
  const cases: [OrganisationRight, StaffRole[]][] = [
    ['staff.see', [...staffRoles]],
    ['staff.see-logins', ['admin', 'supervisor']],
    ['staff.change', ['admin']],
    ['department.see', [...staffRoles]],
    ['department.change', ['admin']],
    ['token.see', ['admin', 'supervisor']],
    ['token.change', ['admin']],
  ];
  it.each(cases)('%s is for %j', (right, allowed) => {
    const may = staffRoles.filter((role) => mayInOrganisation({ roles: [role] }, right));
    expect(may.toSorted()).toEqual(allowed.toSorted());
    for (const role of staffRoles)
      expect(codeOf(() => demandRight({ roles: [role] }, right))).toBe(
        allowed.includes(role) ? 'allowed' : 'auth.forbidden',
      );
  });
});

describe('changing a person', () => {
  const all = organisation(
    person(1, { roles: ['admin', 'agent'] }),
    person(2, { departments: ['product', 'logistics'], supervisor: 1 }),
    person(3, { supervisor: 2 }),
    person(4, { isActive: false, roles: ['admin'] }),
  );
  const cases: [string, number, StaffChange, string][] = [
    ['a person who is not there', 9, { isActive: false }, 'staff.unknown'],
    ['the last administrator off', 1, { isActive: false }, 'staff.last-admin'],
    ['the last administrator without the role', 1, { roles: ['agent'] }, 'staff.last-admin'],
    ['the last administrator with other roles besides', 1, { roles: ['admin'] }, 'allowed'],
    ['an inactive administrator without the role', 4, { roles: ['agent'] }, 'allowed'],
    ['oneself as supervisor', 3, { supervisor: 3 }, 'staff.supervisor-cycle'],
    ['a circle of two', 2, { supervisor: 3 }, 'staff.supervisor-cycle'],
    ['a circle of three', 1, { supervisor: 3 }, 'staff.supervisor-cycle'],
    ['the supervisor of the supervisor', 3, { supervisor: 1 }, 'allowed'],
    ['no supervisor', 3, { supervisor: null }, 'allowed'],
    ['a supervisor who has left', 3, { supervisor: 4 }, 'staff.unknown-supervisor'],
    ['a supervisor who never was', 3, { supervisor: 9 }, 'staff.unknown-supervisor'],
  ];
  it.each(cases)('%s', (_what, id, change, code) => {
    expect(codeOf(() => decideStaffChange(all, id, change))).toBe(code);
  });

  it('ends even where the stored line is a circle already', () => {
    const broken = organisation(person(1, { supervisor: 2 }), person(2, { supervisor: 1 }), person(3));
    expect(codeOf(() => decideStaffChange(broken, 3, { supervisor: 1 }))).toBe('allowed');
  });

  it('lets two administrators go one after the other, not both', () => {
    const two = organisation(person(1, { roles: ['admin'] }), person(2, { roles: ['admin'] }));
    expect(codeOf(() => decideStaffChange(two, 1, { isActive: false }))).toBe('allowed');
  });

  it('takes the contact from departments that are left', () => {
    const lost = (change: StaffChange) => decideStaffChange(all, 2, change).contactLost;
    expect(lost({ isActive: false })).toEqual(['product', 'logistics']);
    expect(lost({ departments: ['product'] })).toEqual(['logistics']);
    expect(lost({ roles: ['contact'] })).toEqual([]);
  });
});

describe('the contact of a department', () => {
  const all = organisation(
    person(1),
    person(2, { departments: ['product'] }),
    person(3, { departments: ['product'], isActive: false }),
  );
  it.each([
    [null, 'allowed'],
    [2, 'allowed'],
    [1, 'department.contact-not-member'],
    [3, 'department.contact-not-member'],
    [9, 'department.contact-not-member'],
  ])('%j', (contact, code) => {
    expect(codeOf(() => checkContact(all, 'product', contact))).toBe(code);
  });
});
