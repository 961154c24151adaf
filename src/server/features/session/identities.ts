import type { Actor } from '../../../domain/ticket/actor.ts';
import type { Listener } from '../../database/listener.ts';
import type { DatabasePool } from '../../database/pool.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { createActorCache } from './actor-cache.ts';
import type { Auth } from './auth.ts';
import { findStaffOfAccount, findTokenHolder, touchToken } from './store.ts';
import { hashSecret, tokenPattern } from './token-format.ts';

/** Looks up whom a session cookie or bearer token stands for; `known…` answers from memory, undefined when it cannot. */
export type Identities = {
  readonly cookieName: string;
  knownSession(cookie: string): SessionHolder | undefined;
  /** `cookies`: renewed ones to set, when the session was prolonged. */
  findSession(cookie: string): Promise<(SessionHolder & { cookies: string[] }) | null>;
  knownToken(token: string): Actor | undefined;
  findToken(token: string): Promise<Actor | null>;
  /** Forgets one member or everybody; other processes hear of it through `announceChange`. */
  forget(who: Who | 'everybody'): void;
  /** Calls back whenever something is forgotten, here or in another process: long-lived connections must ask again. */
  onForgotten(handle: (isAffected: (actor: Actor) => boolean) => void): void;
};
/** `isLimited`: nothing but changing the one-time password is open to this session. */
export type SessionHolder = { actor: Actor; isLimited: boolean };
export type Who = { kind: 'staff' | 'program'; id: number };
export type IdentitiesDeps = { auth: Auth; pool: DatabasePool; clock: Clock; logger: Logger; listener: Listener };

const rememberedMs = 10_000;
const mostRemembered = 20_000;
const touchEveryMs = 60_000;

export const nameOf = ({ kind, id }: Who) => `${kind}:${id}`;

export async function createIdentities({ auth, pool, clock, logger, listener }: IdentitiesDeps): Promise<Identities> {
  const sizes = { clock, capacity: mostRemembered, ttlMs: rememberedMs };
  const sessions = createActorCache<SessionHolder & { cookies: string[] }>(sizes);
  const tokens = createActorCache<Actor>(sizes);
  const touched = new Map<number, number>();
  const forgotten: Parameters<Identities['onForgotten']>[0][] = [];

  const forget = (who: Who | 'everybody') => {
    const isAffected = (actor: Actor) => who === 'everybody' || (actor.kind === who.kind && actor.id === who.id);
    sessions.forget(({ actor }) => isAffected(actor));
    tokens.forget(isAffected);
    for (const handle of forgotten) handle(isAffected);
  };

  const readSession = async (cookie: string) => {
    const account = await auth.findAccount(cookie);
    const staff = account && (await findStaffOfAccount(pool, account.accountId));
    if (!staff) return null;
    const { mustChangePassword: isLimited, ...holder } = staff;
    return { actor: { kind: 'staff' as const, ...holder }, isLimited, cookies: account.cookies };
  };

  const readToken = async (token: string): Promise<Actor | null> => {
    if (!tokenPattern.test(token)) return null;
    const holder = await findTokenHolder(pool, hashSecret(token));
    if (!holder) return null;
    noteUse(holder.id);
    return { kind: 'program', ...holder };
  };

  /** Off the request's path, and rarely: it only tells people which tokens are in use. */
  const noteUse = (id: number) => {
    const now = clock.now();
    if (now - (touched.get(id) ?? Number.NEGATIVE_INFINITY) < touchEveryMs) return;
    if (touched.size >= mostRemembered) touched.clear();
    touched.set(id, now);
    touchToken(pool, id, now).catch((error) => logger.warn({ error }, 'the use of a token could not be noted'));
  };

  await listener.on('staff_changed', (changed) => forget(parseWho(changed) ?? 'everybody'));
  return {
    cookieName: auth.cookieName,
    knownSession: (cookie) => sessions.get(cookie),
    findSession: (cookie) => sessions.resolve(cookie, readSession),
    knownToken: tokens.get,
    findToken: (token) => tokens.resolve(token, readToken),
    forget,
    onForgotten: (handle) => {
      forgotten.push(handle);
    },
  };
}

function parseWho(text: string | null): Who | null {
  const [, kind, id] = /^(staff|program):(\d+)$/.exec(text ?? '') ?? [];
  return kind === undefined ? null : { kind: kind as Who['kind'], id: Number(id) };
}
