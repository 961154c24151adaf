import { roleNames } from '../access/role-names.ts';
import { type Problem, problemAt } from './problem.ts';
import type { Playbook } from './schema.ts';
import type { Role, StaffRole } from './schema-parts.ts';

/** What publication has to know of the people a playbook is written for. */
export type OrganisationFacts = {
  /** Null for a department that the organisation has not, or has closed. */
  department(code: string): { contact: number | null } | null;
  isHeld(role: StaffRole): boolean;
};

/** A playbook that is right in itself may still wait for people who are not there: departments without a contact, roles that nobody holds. */
export function checkOrganisation(playbook: Playbook, organisation: OrganisationFacts): Problem[] {
  return [...departmentProblems(playbook, organisation), ...roleProblems(playbook, organisation)];
}

function departmentProblems({ departments }: Playbook, organisation: OrganisationFacts): Problem[] {
  return departments.flatMap(({ id, name }, index) => {
    const path = ['departments', index];
    const found = organisation.department(id);
    if (!found) {
      const remedy = `add it under Departments with this code and name a contact, or take it out of the playbook`;
      const zh = {
        message: `组织中没有在用的部门「${name.zh}」（${id}）`,
        remedy: '请在「部门」中按此代码添加并指定接口人，或从方案中去掉',
      };
      return [problemAt(path, `the organisation has no active department "${id}"`, { remedy, zh })];
    }
    if (found.contact !== null) return [];
    const remedy = 'name one of its members as contact under Departments';
    const zh = {
      message: `部门「${name.zh}」（${id}）没有接口人，传递过去没有人会知道`,
      remedy: '请在「部门」中从本部门成员里指定接口人',
    };
    return [
      problemAt(path, `the department "${id}" has no contact, so nobody would hear of what is handed to it`, {
        remedy,
        zh,
      }),
    ];
  });
}

function roleProblems({ stages }: Playbook, organisation: OrganisationFacts): Problem[] {
  return stages.flatMap(({ who }, index) => {
    if (who.some((role) => isOfTicket(role) || organisation.isHeld(role))) return [];
    const roles = who.join(', ');
    const remedy = 'give somebody the role under Staff, or let another role complete the stage';
    const zh = {
      message: `没有在职员工担任${who.map((role) => roleNames[role].zh).join('、')}，没有人来完成这个环节`,
      remedy: '请在「员工」中把角色授予某人，或改由其他角色完成',
    };
    return [
      problemAt(
        ['stages', index, 'who'],
        `nobody in the organisation is ${roles}, so nobody would complete this stage`,
        { remedy, zh },
      ),
    ];
  });
}

/** Roles towards one ticket; whoever takes it up or registered it holds them. */
const isOfTicket = (role: Role): role is Exclude<Role, StaffRole> => role === 'owner' || role === 'interface';
