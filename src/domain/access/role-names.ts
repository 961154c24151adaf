import type { Bilingual, Role } from '../playbook/schema-parts.ts';

/** What each role is called, on pages and on paper. */
export const roleNames: Record<Role, Bilingual> = {
  agent: { zh: '客服', en: 'Agent' },
  supervisor: { zh: '主管', en: 'Supervisor' },
  specialist: { zh: '业务专员', en: 'Specialist' },
  contact: { zh: '部门接口人', en: 'Department contact' },
  quality: { zh: '质检', en: 'Quality' },
  manager: { zh: '管理者', en: 'Manager' },
  admin: { zh: '管理员', en: 'Administrator' },
  owner: { zh: '主责人', en: 'Owner' },
  interface: { zh: '登记人', en: 'Who registered it' },
};

export const isRole = (id: string): id is Role => Object.hasOwn(roleNames, id);
