import { z } from 'zod';
import { instant } from './common.ts';
import { password } from './organisation.ts';

/** What people do with their own account. */
export const passwordBody = z.strictObject({ current: z.string().max(200), password });

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

/** Given once to the administrator, to be handed over; it opens nothing but the page where it is changed. */
export const oneTimePassword = z.object({ password: z.string() });
