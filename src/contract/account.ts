import { z } from 'zod';
import { instant } from './common.ts';
import {
  doorView,
  meView,
  password,
  setupBody,
  setupKeyBody,
  signInBody,
  staffChatId,
  staffEmail,
} from './organisation.ts';

/** What people do with their own account. */
export const passwordBody = z.strictObject({ current: z.string().max(200), password });

export const accountPatch = z.strictObject({ email: staffEmail.optional(), chatId: staffChatId.optional() });

export const sessionView = z.object({
  id: z.string(),
  /** When this device signed in, and when it was last seen, to the day. */
  signedInAt: instant,
  seenAt: instant,
  address: z.string(),
  userAgent: z.string(),
  isCurrent: z.boolean(),
});
export type SessionView = z.infer<typeof sessionView>;
export const sessionList = z.object({ items: z.array(sessionView) });
export const sessionParams = z.object({ id: z.string().max(100) });

const tag = 'session';

export const sessionEndpoints = {
  door: {
    method: 'GET',
    path: '/door',
    tag,
    summary: 'Is the system set up, and whose is it',
    reply: doorView,
  },
  setUp: {
    method: 'POST',
    path: '/setup',
    tag,
    summary: 'Make the first administrator with the one-time key',
    body: setupBody,
    reply: meView,
    status: 201,
    repeats: 'none',
  },
  checkSetupKey: {
    method: 'POST',
    path: '/setup/check',
    tag,
    summary: 'Is this the one-time key? Refuses as the set-up itself would',
    body: setupKeyBody,
    reply: z.null(),
    status: 204,
    repeats: 'none',
  },
  signIn: {
    method: 'POST',
    path: '/session',
    tag,
    summary: 'Sign in with login and password; sets the session cookie',
    body: signInBody,
    reply: meView,
    repeats: 'none',
  },
  signOut: {
    method: 'DELETE',
    path: '/session',
    tag,
    summary: 'Sign out',
    reply: z.null(),
    status: 204,
    repeats: 'none',
  },
  changePassword: {
    method: 'POST',
    path: '/account/password',
    tag,
    summary: 'Change my own password; my other sessions end',
    body: passwordBody,
    reply: meView,
  },
  changeAccount: {
    method: 'PATCH',
    path: '/account',
    tag,
    summary: 'Change what I keep about myself: my e-mail address and what group chats know me by',
    body: accountPatch,
    reply: meView,
  },
  listSessions: {
    method: 'GET',
    path: '/account/sessions',
    tag,
    summary: 'Where I am signed in',
    reply: sessionList,
  },
  endSession: {
    method: 'DELETE',
    path: '/account/sessions/{id}',
    tag,
    summary: 'End one of my sessions',
    params: sessionParams,
    reply: z.null(),
    status: 204,
  },
  endOtherSessions: {
    method: 'DELETE',
    path: '/account/sessions',
    tag,
    summary: 'End all my sessions but this one',
    reply: z.null(),
    status: 204,
  },
  me: { method: 'GET', path: '/me', tag, summary: 'Who I am', reply: meView },
} as const;
