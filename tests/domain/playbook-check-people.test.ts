import { describe, expect, it } from 'vitest';
import { checkOrganisation } from '../../src/domain/playbook/check-organisation.ts';
import { formatProblem } from '../../src/domain/playbook/problem.ts';
import type { StaffRole } from '../../src/domain/playbook/schema-parts.ts';
import { playbookOf } from './playbook-documents.ts';
import { byId, describeMistakes, flow } from './playbook-mistakes.ts';

describeMistakes('stages that wait for people', [
  [
    'a stage for those who have the ticket only later',
    flow,
    (d) => Object.assign(byId(d.stages, 'classify'), { who: ['owner', 'contact'] }),
    'stages[1].who: nobody can complete this stage: owner, contact have the ticket only once "assign" has handed it over; add agent or supervisor, or move the stage behind it',
  ],
  [
    'the stage that hands over, done by the one it is handed to',
    flow,
    (d) => Object.assign(byId(d.stages, 'assign'), { who: ['owner'] }),
    'stages[2].who: nobody can complete this stage: owner have the ticket only once "assign" has handed it over; add agent or supervisor, or move the stage behind it',
  ],
  [
    'a gate that opens only later',
    flow,
    (d) => Object.assign(byId(d.stages, 'classify'), { gates: ['classified', 'accepted'] }),
    'stages[1].gates[1]: nobody can open the gate "accepted": the ticket is handed over only later, at "assign"; move the gate to that stage or behind it',
  ],
]);

describe('a playbook for an organisation', () => {
  const everybody: StaffRole[] = ['agent', 'supervisor', 'specialist', 'contact', 'quality', 'manager', 'admin'];
  const said = (contacts: Record<string, number | null>, roles: readonly StaffRole[] = everybody) =>
    checkOrganisation(playbookOf(flow), {
      department: (code) => (code in contacts ? { contact: contacts[code] ?? null } : null),
      isHeld: (role) => roles.includes(role),
    });
  const all = { product: 1, technology: 1, 'customer-service': 1, logistics: 1, 'after-sales': 1 };

  it('that has the people it needs', () => {
    expect(said(all)).toEqual([]);
  });

  it('is told at the department which has no contact, or is not there', () => {
    const { 'after-sales': _, ...known } = { ...all, logistics: null };
    expect(said(known).map(formatProblem)).toEqual([
      'departments[3]: the department "logistics" has no contact, so nobody would hear of what is handed to it; name one of its members as contact under Departments',
      'departments[4]: the organisation has no active department "after-sales"; add it under Departments with this code and name a contact, or take it out of the playbook',
    ]);
    expect(said(known).every(({ zh }) => zh?.message && zh.remedy)).toBe(true);
  });

  it('is told at the stage that nobody there may complete', () => {
    expect(said(all, ['supervisor', 'admin']).map(formatProblem)).toEqual([
      'stages[0].who: nobody in the organisation is agent, so nobody would complete this stage; give somebody the role under Staff, or let another role complete the stage',
      'stages[5].who: nobody in the organisation is agent, so nobody would complete this stage; give somebody the role under Staff, or let another role complete the stage',
    ]);
  });
});
