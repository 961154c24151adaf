import { z } from 'zod';
import { staffRoles } from '../domain/playbook/schema-parts.ts';
import { noticeKinds } from '../domain/ticket/notice-kinds.ts';
import { noticeTopics } from '../domain/ticket/notice-topics.ts';
import { attachmentLimits } from './attachment.ts';
import { code, freeText, id, idParams, instant, names, page, pageQuery } from './common.ts';

export const role = z.enum(staffRoles);
export type { StaffRole } from '../domain/playbook/schema-parts.ts';

export const departmentView = z.object({ code, name: names, contact: id.nullable(), isActive: z.boolean() });
export type DepartmentView = z.infer<typeof departmentView>;
export const departmentBody = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    .max(60),
  name: z.strictObject({ zh: freeText(80).min(1), en: freeText(80).min(1) }),
  contact: id.nullable().default(null),
});

export const staffView = z.object({
  id,
  name: z.string(),
  login: z.string(),
  roles: z.array(role),
  departments: z.array(code),
  /** Whom this person reports to; escalations climb along it. */
  supervisor: id.nullable(),
  /** Where invitations and letters say that this person can be reached; nobody signs in with it. */
  email: z.string().nullable(),
  /** What group chats know this person by; seen by those who see logins, and by oneself. */
  chatId: z.string().nullable(),
  isActive: z.boolean(),
});
export type StaffView = z.infer<typeof staffView>;

const notAnAddress = {
  zh: '请填写完整的邮箱地址，例如 chen@example.com',
  en: 'A whole e-mail address, such as chen@example.com',
};
const address = z.email();
/** What a person may leave open: an empty text is no address. */
export const staffEmail = z
  .string()
  .trim()
  .max(200)
  .refine((text) => text === '' || address.safeParse(text).success, { error: notAnAddress.en, params: notAnAddress })
  .transform((text) => (text === '' ? null : text))
  .nullable();

const notAChatId = {
  zh: '请填写手机号，或不含空格的成员 ID / Open ID',
  en: 'A phone number, or an id without blanks',
};
/**
 * A phone number for WeCom and DingTalk, or the id that a product gave the person; an empty text is none. Not what stands for everybody
 * (`@all` with WeCom, `all` with Feishu): each hand-off would alert the whole chat.
 */
export const staffChatId = z
  .string()
  .trim()
  .max(80)
  .refine((text) => /^(?!all$)(?:\+?\w[\w.@-]*)?$/i.test(text), { error: notAChatId.en, params: notAChatId })
  .transform((text) => (text === '' ? null : text))
  .nullable();

export const password = z.string().min(10, 'at least 10 characters').max(200);
const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,38}$/, '2 to 39 letters, digits, . _ or -');

export const staffBody = z.strictObject({
  name: freeText(60).min(1),
  login,
  password,
  roles: z.array(role).min(1),
  departments: z.array(code).max(40).default([]),
  supervisor: id.nullable().default(null),
  email: staffEmail.default(null),
  chatId: staffChatId.default(null),
});
export const staffPatch = z.strictObject({
  name: freeText(60).min(1).optional(),
  password: password.optional(),
  roles: z.array(role).min(1).optional(),
  departments: z.array(code).max(40).optional(),
  supervisor: id.nullable().optional(),
  email: staffEmail.optional(),
  chatId: staffChatId.optional(),
  isActive: z.boolean().optional(),
});

/** First start: the one-time link carries `key`; it makes the first administrator and the organisation. */
export const setupBody = z.strictObject({
  key: z.string().max(200),
  organisation: freeText(80).min(1),
  name: freeText(60).min(1),
  login,
  email: staffEmail.default(null),
  password,
  playbook: code,
  /** Which others stay in force beside it; all of them unless said. Those left out can be restored in the studio. */
  alsoUse: z.array(code).max(100).optional(),
});
export const setupKeyBody = setupBody.pick({ key: true });
export const signInBody = z.strictObject({ login: z.string().max(100), password: z.string().max(200) });

export const meView = staffView.extend({
  organisation: z.string(),
  unreadNotices: z.int(),
  /** What the rules of access let this person do that stands on no ticket: the pages offer nothing else. */
  may: z.object({ register: z.boolean() }),
  /** Signed in with a one-time password: nothing else works until it is changed. */
  mustChangePassword: z.boolean(),
});
export type MeView = z.infer<typeof meView>;
/** Open to everybody: whether set-up is still to be done, and the name on the door. */
export const doorView = z.object({ isSetUp: z.boolean(), organisation: z.string(), attachmentLimits });

export const tokenBody = z.strictObject({
  name: freeText(60).min(1),
  roles: z.array(role).min(1),
  departments: z.array(code).default([]),
});
export const tokenView = z.object({
  id,
  name: z.string(),
  roles: z.array(role),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  isRevoked: z.boolean(),
});
/** The token itself is shown once, at creation. */
export const tokenCreated = tokenView.extend({ token: z.string() });

export const noticeView = z.object({
  id,
  kind: z.enum(noticeKinds),
  at: instant,
  /** `subject` and `customerName` are empty once this person may not read the ticket any more, or the customer has been erased. */
  ticket: z.object({ id, number: z.string(), subject: z.string(), customerName: z.string() }),
  /** The clock it is about, where it is about one. */
  clock: names.nullable(),
  due: instant.nullable(),
  /** Why somebody escalated it, in their words; empty otherwise, and where the ticket may not be read. */
  reason: z.string(),
  /** The case of the library that it is about; then `ticket` is where that was learned. */
  case: z.object({ id, number: z.string() }).nullable(),
  isRead: z.boolean(),
});
export type NoticeView = z.infer<typeof noticeView>;
export const noticeQuery = pageQuery.extend({
  unread: z.enum(['true', 'false']).default('false').describe('Only those that have not been read'),
  topic: z.enum(noticeTopics).optional(),
});
export type NoticeQuery = z.input<typeof noticeQuery>;
export const noticesRead = z.union([
  z.strictObject({ upTo: id }),
  z.strictObject({ ids: z.array(id).min(1).max(200) }),
]);

/** Given once to the administrator, to be handed over; it opens nothing but the page where it is changed. */
export const oneTimePassword = z.object({ password: z.string() });

const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });
const tag = 'organisation';

export const organisationEndpoints = {
  listStaff: {
    method: 'GET',
    path: '/staff',
    tag,
    summary: 'All staff',
    reply: list(staffView),
  },
  createStaff: {
    method: 'POST',
    path: '/staff',
    tag,
    summary: 'Add a member of staff',
    body: staffBody,
    reply: staffView,
    status: 201,
  },
  changeStaff: {
    method: 'PATCH',
    path: '/staff/{id}',
    tag,
    summary: 'Change a member of staff',
    params: idParams,
    body: staffPatch,
    reply: staffView,
  },
  resetPassword: {
    method: 'POST',
    path: '/staff/{id}/reset-password',
    tag,
    summary: 'Give a member of staff a one-time password, to be changed at the next sign-in; shown once',
    params: idParams,
    reply: oneTimePassword,
  },
  listDepartments: {
    method: 'GET',
    path: '/departments',
    tag,
    summary: 'All departments',
    reply: list(departmentView),
  },
  saveDepartment: {
    method: 'POST',
    path: '/departments',
    tag,
    summary: 'Add or change a department by its code',
    body: departmentBody,
    reply: departmentView,
  },
  listTokens: {
    method: 'GET',
    path: '/tokens',
    tag,
    summary: 'Bearer tokens of programs',
    reply: list(tokenView),
  },
  createToken: {
    method: 'POST',
    path: '/tokens',
    tag,
    summary: 'Make a bearer token; shown once',
    body: tokenBody,
    reply: tokenCreated,
    status: 201,
  },
  revokeToken: {
    method: 'DELETE',
    path: '/tokens/{id}',
    tag,
    summary: 'Revoke a bearer token',
    params: idParams,
    reply: z.null(),
    status: 204,
  },
  listNotices: {
    method: 'GET',
    path: '/notices',
    tag,
    summary: 'My notices, newest first',
    query: noticeQuery,
    reply: page(noticeView),
  },
  readNotices: {
    method: 'POST',
    path: '/notices/read',
    tag,
    summary: 'Mark my notices read: up to and including one, or just these',
    body: noticesRead,
    reply: z.null(),
    status: 204,
  },
} as const;
