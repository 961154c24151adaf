import { createHmac, hkdfSync } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../../domain/refusal.ts';
import { type DatabasePool, isDiskFull } from '../database/pool.ts';
import type { Clock } from '../platform/clock.ts';
import { open, seal, UnsealError } from '../platform/crypto/seal.ts';
import type { Logger } from '../platform/logger.ts';
import type { App, Reply, Request } from './app.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { claim, type DoneRow, finish, giveUp, takeOver } from './store-done.ts';

/**
 * Any write may carry an Idempotency-Key: it is done once, and a repeat gets the first one's answer, also from another process and after a
 * restart. The key is claimed before the route runs and its answer kept after it. In between a process may die; then a write that is
 * guarded by itself simply runs again, and of any other it is said that nobody knows, rather than that it is done twice.
 */
export type DoneOnceDeps = {
  pool: DatabasePool;
  clock: Clock;
  logger: Logger;
  masterKey: Buffer;
  /** Keys of different people and programs are different keys. */
  whoIs: (request: Request) => string;
};

/** How a route meets a repeat: it keeps the key itself; it takes none; it does nothing a second time. */
export type Repeats = 'own' | 'none' | 'guarded';

declare module 'fastify' {
  interface FastifyContextConfig {
    repeats?: Repeats | undefined;
  }
  interface FastifyRequest {
    claimed: Claimed | null;
  }
}

/** `isHarmless`: after a failure it may be done again. */
type Claimed = { id: Buffer; sealKey: Buffer; isHarmless: boolean };

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
/** No request takes longer; one that has not ended by then was cut off. */
const longestMs = 120_000;
const mostWaitMs = 10_000;
const lookAgainMs = 100;
const mostReplyBytes = 1_048_576;
/** From here on a status says that nobody knows how far the first one came. */
const unknownOutcome = 500;

export function registerDoneOnce(app: App, deps: DoneOnceDeps): void {
  const secret = Buffer.from(hkdfSync('sha256', deps.masterKey, Buffer.alloc(0), 'huiyin done-once', 32));
  app.decorateRequest('claimed', null);

  app.addHook('preHandler', async (request, reply) => {
    const { repeats } = request.routeOptions.config;
    if (safeMethods.has(request.method) || repeats === 'own' || repeats === 'none') return;
    const key = idempotencyKeyOf(request);
    if (key === undefined) return;
    if (/^multipart\//i.test(request.headers['content-type'] ?? '')) throw new Refusal('request.idempotency-no-files');
    const hashes = hashesOf(secret, deps.whoIs(request), key, request);
    const done = await claimOrWait(deps, request, hashes);
    if (done !== null) return replay(reply, done, hashes.sealKey);
    request.claimed = { id: hashes.id, sealKey: hashes.sealKey, isHarmless: isGuarded(request) };
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const { claimed } = request;
    request.claimed = null;
    // The deed is done: whatever becomes of the note, its answer goes out.
    if (claimed) await settle(deps, claimed, reply.statusCode, payload).catch((error) => report(deps, request, error));
    return payload;
  });

  app.addHook('onError', async (request, _reply, error) => {
    // Of a statement that found no room nothing was kept.
    if (request.claimed && isDiskFull(error)) request.claimed.isHarmless = true;
  });
}

type Hashes = { id: Buffer; requestHash: Buffer; sealKey: Buffer };

function hashesOf(secret: Buffer, who: string, key: string, { method, url, body }: Request): Hashes {
  const keyed = (...parts: string[]) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest();
  return {
    id: keyed('id', who, key),
    requestHash: keyed('request', method, url, JSON.stringify(body ?? null, inOrder)),
    sealKey: keyed('reply', who, key),
  };
}

/** Objects say the same whatever the order of their keys. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is set or taken away is so the second time as well. */
function isGuarded({ method, routeOptions }: Request): boolean {
  return method !== 'POST' || routeOptions.config.repeats === 'guarded';
}

/** Null: it is ours to do. Else it is done. */
async function claimOrWait({ pool, clock }: DoneOnceDeps, request: Request, hashes: Hashes): Promise<DoneRow | null> {
  const { id, requestHash } = hashes;
  for (let waitedMs = 0; ; waitedMs += lookAgainMs) {
    const now = clock.now();
    const found = await claim(pool, id, requestHash, now);
    if (found === null) return null;
    if (!found.requestHash.equals(requestHash)) throw new Refusal('request.idempotency-reused', 'Idempotency-Key');
    if (found.status !== null && found.status < unknownOutcome) return found;
    if (found.status !== null || now - found.at > longestMs) {
      if (!isGuarded(request)) throw new Refusal('request.idempotency-interrupted', 'Idempotency-Key');
      if (await takeOver(pool, id, found.at, now)) return null;
    }
    if (waitedMs >= mostWaitMs) throw new Refusal('request.idempotency-running', 'Idempotency-Key');
    await delay(lookAgainMs);
  }
}

function replay(reply: Reply, { status, reply: sealed }: DoneRow, sealKey: Buffer): Reply {
  reply.code(status ?? 200).header('idempotent-replayed', 'true');
  if (status === 204) return reply.send();
  if (!sealed) throw new Refusal('request.idempotency-answer-gone', 'Idempotency-Key');
  return reply.type('application/json; charset=utf-8').send(openReply(sealKey, sealed));
}

function openReply(sealKey: Buffer, sealed: Buffer): string {
  try {
    return open(sealKey, sealed, 'reply');
  } catch (error) {
    // The master key has been changed since.
    if (error instanceof UnsealError) throw new Refusal('request.idempotency-answer-gone', 'Idempotency-Key');
    throw error;
  }
}

/** Refused, nothing has been done: the same key may be used again. */
async function settle({ pool }: DoneOnceDeps, claimed: Claimed, status: number, payload: unknown): Promise<void> {
  const { id, sealKey, isHarmless } = claimed;
  if (status < 400) return finish(pool, id, status, keptReply(sealKey, payload));
  if (status < unknownOutcome || isHarmless) return giveUp(pool, id);
  return finish(pool, id, status, null);
}

function keptReply(sealKey: Buffer, payload: unknown): Buffer | null {
  return typeof payload === 'string' && payload.length <= mostReplyBytes ? seal(sealKey, payload, 'reply') : null;
}

function report({ logger }: DoneOnceDeps, { id }: Request, error: unknown): void {
  logger.warn({ error, requestId: id }, 'the answer to a request with an idempotency key could not be kept');
}
