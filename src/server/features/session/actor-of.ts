import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { App } from '../../http/app.ts';
import type { Identities, SessionHolder } from './identities.ts';
import { isOwnPage } from './same-origin.ts';

/**
 * Who asks, settled once before any route: `request.actor`. A bearer token beats the session cookie. When both are known (nearly
 * always) this is a look-up in memory.
 */
declare module 'fastify' {
  interface FastifyRequest {
    /** Null when nobody is signed in and no valid token was sent. */
    actor: Actor | null;
  }
}

/** Staff, or a program with a token: whoever holds roles. */
export type Member = Extract<Actor, { kind: 'staff' | 'program' }>;
type StaffActor = Extract<Actor, { kind: 'staff' }>;
type Done = (error?: Error) => void;

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** To be registered once, before the routes of the features. */
export function registerActor(app: App, identities: Identities, publicUrl: string | null): void {
  const cookieStart = `${identities.cookieName}=`;
  app.decorateRequest('actor', null);
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.url.startsWith('/api/')) return done();
    const bearer = bearerOf(request.headers.authorization);
    if (bearer !== null) return byToken(request, bearer, done);
    const cookie = cookieValue(request.headers.cookie, cookieStart);
    if (cookie === null) return done();
    return bySession(request, reply, cookie, done);
  });

  const byToken = (request: FastifyRequest, token: string, done: Done) => {
    const known = identities.knownToken(token);
    if (known) {
      request.actor = known;
      return done();
    }
    identities.findToken(token).then((actor) => {
      request.actor = actor;
      done();
    }, done);
  };

  const bySession = (request: FastifyRequest, reply: FastifyReply, cookie: string, done: Done) => {
    const known = identities.knownSession(cookie);
    if (known) return done(take(request, known));
    identities.findSession(cookie).then((found) => {
      for (const renewed of found?.cookies ?? []) reply.header('set-cookie', renewed);
      done(take(request, found));
    }, done);
  };

  const take = (request: FastifyRequest, holder: SessionHolder | null): Refusal | undefined => {
    const actor = holder?.actor ?? null;
    if (actor && !safeMethods.has(request.method) && !isOwnPage(request, publicUrl))
      return new Refusal('auth.cross-site');
    if (holder?.isLimited && !isOpenToLimited(request.url)) return new Refusal('account.must-change-password');
    request.actor = actor;
    return undefined;
  };
}

/** Who signed in with a one-time password may change it, see who they are and leave; the public page asks nobody. */
function isOpenToLimited(url: string): boolean {
  return /^\/api\/v1\/(me|session|door|account\/password|portal(\/.*)?|openapi\.json|docs)(\?|$)/.test(url);
}

/** Route hook: refuses requests of nobody. */
export function requireActor(request: FastifyRequest, _reply: FastifyReply, done: Done): void {
  done(isMember(request.actor) ? undefined : new Refusal('auth.required'));
}

/** Who asks, in handlers behind `requireActor`. @throws Refusal auth.required */
export function memberOf(request: FastifyRequest): Member {
  if (!isMember(request.actor)) throw new Refusal('auth.required');
  return request.actor;
}

/** The person who asks: programs have no inbox and no password. @throws Refusal auth.required, auth.forbidden */
export function staffOf(request: FastifyRequest): StaffActor {
  const member = memberOf(request);
  if (member.kind !== 'staff') throw new Refusal('auth.forbidden', '', { kind: member.kind });
  return member;
}

function isMember(actor: Actor | null): actor is Member {
  return actor !== null && (actor.kind === 'staff' || actor.kind === 'program');
}

function bearerOf(header: string | undefined): string | null {
  return header !== undefined && /^bearer /i.test(header) ? header.slice(7).trim() : null;
}

/** The value of one cookie as it was sent; `start` is `name=`. */
export function cookieValue(header: string | undefined, start: string): string | null {
  if (header === undefined) return null;
  let from = header.startsWith(start) ? 0 : header.indexOf(`; ${start}`);
  if (from < 0) return null;
  if (from > 0) from += 2;
  const end = header.indexOf(';', from);
  const value = header.slice(from + start.length, end < 0 ? undefined : end);
  return value === '' ? null : value;
}
