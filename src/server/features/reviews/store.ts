import type { ReviewEvent } from '../../../domain/review/reviewed.ts';
import { reviewedEvents } from '../../../domain/review/reviewed.ts';
import type { TicketFacts } from '../../../domain/ticket/state.ts';
import type { Queryable } from '../../database/pool.ts';
import { Conditions, readFacts, type StoredFacts } from '../tickets/index.ts';

/** SQL of reviews: clear facts and clear events only, a batch at a time. */

export type Span = { from: number; to: number; playbook: string | null };
export type Batch = { facts: TicketFacts[]; next: { receivedAt: string; id: number } | null };

export async function readBatch(db: Queryable, span: Span, after: Batch['next'], limit: number): Promise<Batch> {
  const where = new Conditions();
  where.add((from) => `received_at >= ${from}`, new Date(span.from));
  where.add((to) => `received_at < ${to}`, new Date(span.to));
  if (span.playbook !== null) where.add((id) => `playbook = ${id}`, span.playbook);
  if (after) {
    const beyond = (at: string, id: string) => `(received_at, id) > (${at}::timestamptz, ${id}::bigint)`;
    where.add(beyond as (...places: string[]) => string, after.receivedAt, after.id);
  }
  const text = `select id, received_at::text as received_at, facts from ticket where ${where.text()}
    order by received_at, id limit ${where.value(limit)}`;
  const { rows } = await db.query<{ id: number; received_at: string; facts: StoredFacts }>(text, where.values);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    facts: rows.map((row) => readFacts(row.facts)),
    next: last ? { receivedAt: last.received_at, id: last.id } : null,
  };
}

type EventRow = {
  ticket_id: number;
  seq: number;
  type: string;
  at: number;
  actor_kind: string;
  actor_id: number | null;
  data: unknown;
};

/** The events of these tickets that a review looks at, in their order, by ticket. */
export async function readReviewEvents(db: Queryable, ids: readonly number[]): Promise<Map<number, ReviewEvent[]>> {
  const { rows } = await db.query<EventRow>({
    name: 'review-events',
    text: `select ticket_id, seq, type, at, actor_kind, actor_id, data from event
      where ticket_id = any($1::bigint[]) and type = any($2::text[]) order by ticket_id, seq`,
    values: [ids, reviewedEvents],
  });
  const byTicket = Map.groupBy(rows, (row) => row.ticket_id);
  return new Map([...byTicket].map(([id, own]) => [id, own.map(toEvent)]));
}

function toEvent({ seq, at, type, actor_kind, actor_id, data }: EventRow): ReviewEvent {
  return { seq, at, type, actor: { kind: actor_kind, id: actor_id }, data, text: null } as ReviewEvent;
}
