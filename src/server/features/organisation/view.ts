import type { z } from 'zod';
import type { DepartmentView, StaffView, tokenView } from '../../../contract/organisation.ts';
import type { DepartmentRow, StaffRow } from './store.ts';
import type { TokenRow } from './store-tokens.ts';

/** Logins are half of a password, and what group chats know people by is their phone number: only those who look after accounts see them. */
export function viewStaff({ accountId: _, ...staff }: StaffRow, mayEveryLoginBeSeen: boolean): StaffView {
  return mayEveryLoginBeSeen ? staff : { ...staff, login: '', chatId: null };
}

export function viewDepartment({ code, nameZh, nameEn, contact, isActive }: DepartmentRow): DepartmentView {
  return { code, name: { zh: nameZh, en: nameEn }, contact, isActive };
}

export function viewToken({ createdAt, lastUsedAt, ...token }: TokenRow): z.infer<typeof tokenView> {
  const iso = (ms: number) => new Date(ms).toISOString();
  return { ...token, createdAt: iso(createdAt), lastUsedAt: lastUsedAt === null ? null : iso(lastUsedAt) };
}
