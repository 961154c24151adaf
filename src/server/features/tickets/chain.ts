import { hash } from 'node:crypto';

/**
 * The hash chain of a ticket's events. Each hash covers the one before it, so that nothing in between can be changed, left out or
 * put in unnoticed. Private text is covered by the hash of its ciphertext: the chain verifies without any key, also after erasure.
 */

export type ChainedEvent = {
  seq: number;
  type: string;
  at: number;
  actor: { kind: string; id: number | null };
  data: unknown;
  secret: Buffer | null;
};

const hashBytes = 32;
export const chainStart = Buffer.alloc(hashBytes);

export function eventHash(before: Buffer, ticketId: number, event: ChainedEvent): Buffer {
  const said = canonical([
    before.toString('hex'),
    ticketId,
    event.seq,
    event.type,
    event.at,
    event.actor.kind,
    event.actor.id,
    event.data,
    event.secret && hash('sha256', event.secret, 'hex'),
  ]);
  return hash('sha256', said, 'buffer');
}

/** JSON with sorted keys: the database keeps values, not their order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value as Record<string, unknown>)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
