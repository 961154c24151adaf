import { type DatabasePool, type PoolClient, transaction } from '../../database/pool.ts';
import { type NamedFile, verifyFiles } from '../attachments/index.ts';
import { chainStart, eventHash } from './chain.ts';
import type { EventRow } from './store-events.ts';
import {
  type ChainEnd,
  chainEnds,
  countEvents,
  eventsAfter,
  noticedBeyond,
  ticketsWithoutEvents,
} from './store-verify.ts';

/**
 * Recomputes the hash chain of every ticket, in the order of its events and all seen at one moment. Needs no key. That nothing was cut off
 * the end is told by the ticket's row, its folded state and its notices. What it cannot see: an end that was cut off with all that tells of it.
 */

export type BrokenChain = { number: string; seq: number; problem: string };
export type VerifySummary = { tickets: number; events: number; broken: number };
type Watch = { broken: (chain: BrokenChain) => void; progress: (done: number, all: number) => void };

const batchSize = 2_000;

export async function verifyChain(pool: DatabasePool, watch: Watch): Promise<VerifySummary> {
  const summary: VerifySummary = { tickets: 0, events: 0, broken: 0 };
  const told = new Set<string>();
  const tell = (chain: BrokenChain) => {
    if (told.has(chain.number)) return;
    told.add(chain.number);
    summary.broken++;
    watch.broken(chain);
  };
  return transaction(pool, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    const all = await countEvents(client);
    let link: Link | null = null;
    let rows: EventRow[];
    do {
      rows = await eventsAfter(client, link?.ticketId ?? 0, link?.read ?? 0, batchSize);
      const ids = new Set([link?.ticketId ?? 0, ...rows.map((row) => row.ticket_id)]);
      const ends = await chainEnds(client, [...ids]);
      link = followAll(link, rows, ends, { summary, tell });
      await followFiles(client, rows, ends, tell);
      watch.progress(summary.events, Math.max(all, summary.events));
    } while (rows.length === batchSize);
    if (link) finish(link, (await chainEnds(client, [link.ticketId])).get(link.ticketId), tell);
    for (const { number } of await ticketsWithoutEvents(client, batchSize))
      tell({ number, seq: 1, problem: 'is missing, and all that followed it' });
    for (const { number, seq } of await noticedBeyond(client, batchSize))
      tell({ number, seq, problem: 'is missing: a notice tells of it' });
    return summary;
  });
}

type Tell = (chain: BrokenChain) => void;

/** @returns the ticket whose events may go on in the next batch */
function followAll(
  begun: Link | null,
  rows: readonly EventRow[],
  ends: ReadonlyMap<number, ChainEnd>,
  { summary, tell }: { summary: VerifySummary; tell: Tell },
): Link | null {
  let link = begun;
  for (const row of rows) {
    if (link?.ticketId !== row.ticket_id) {
      if (link) finish(link, ends.get(link.ticketId), tell);
      const number = numberOf(row, ends);
      link = { ticketId: row.ticket_id, number, read: 0, seq: 0, hash: chainStart, isBroken: false };
      summary.tickets++;
    }
    link.read = row.seq;
    follow(link, row, tell);
    summary.events++;
  }
  return link;
}

/** The bytes of files lie beside the chain, which names them by their hash. */
async function followFiles(
  client: PoolClient,
  rows: readonly EventRow[],
  ends: ReadonlyMap<number, ChainEnd>,
  tell: Tell,
): Promise<void> {
  const naming = rows.filter(({ type, data }) => type === 'attachment.added' && isNamedFile(data));
  const files = naming.map(({ data }): NamedFile => data);
  for (const { attachment, problem } of await verifyFiles(client, files)) {
    const row = naming[files.findIndex((one) => one.attachment === attachment)];
    if (row) tell({ number: numberOf(row, ends), seq: row.seq, problem });
  }
}

/** An event that was tampered with may say anything; its own hash tells. */
function isNamedFile(data: Partial<NamedFile>): boolean {
  return Number.isSafeInteger(data.attachment) && typeof data.sha256 === 'string';
}

/** How far a ticket's events have been read, and its chain followed. */
type Link = { ticketId: number; number: string; read: number; seq: number; hash: Buffer; isBroken: boolean };

function numberOf({ ticket_id, data }: EventRow, ends: ReadonlyMap<number, ChainEnd>): string {
  const said = (data as { number?: unknown } | null)?.number;
  return ends.get(ticket_id)?.number ?? (typeof said === 'string' ? said : `id ${ticket_id}`);
}

/** Only the first break of a ticket is told: after it nothing can be known. */
function follow(link: Link, row: EventRow, tell: Tell): void {
  if (link.isBroken) return;
  const expected = link.seq + 1;
  const hash = row.seq === expected ? hashOf(link.hash, row) : null;
  if (!hash?.equals(row.hash)) {
    link.isBroken = true;
    tell({ number: link.number, seq: expected, problem: hash ? 'is not what was recorded' : 'is missing' });
    return;
  }
  link.seq = row.seq;
  link.hash = hash;
}

function hashOf(before: Buffer, { ticket_id, seq, type, at, actor_kind, actor_id, data, secret }: EventRow): Buffer {
  return eventHash(before, ticket_id, { seq, type, at, actor: { kind: actor_kind, id: actor_id }, data, secret });
}

function finish(link: Link, end: ChainEnd | undefined, tell: Tell): void {
  if (link.isBroken) return;
  const { number, seq } = link;
  if (!end) tell({ number, seq, problem: 'is the last, but its ticket is gone' });
  else if (end.version > seq) tell({ number, seq: seq + 1, problem: 'is missing: the ticket knows of it' });
  else if (end.version < seq)
    tell({ number, seq: end.version + 1, problem: 'was added: the ticket does not know of it' });
  else if (!end.head_hash.equals(link.hash))
    tell({ number, seq, problem: 'is not the last one that the ticket knows' });
  else if (end.stateVersion !== seq)
    tell({
      number,
      seq,
      problem: `is the last, but the ticket's state comes from ${end.stateVersion ?? 'no number of'} events`,
    });
}
