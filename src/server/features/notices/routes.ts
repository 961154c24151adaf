import type { TicketRow } from '../../../contract/ticket.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { kindsOf } from '../../../domain/ticket/notice-topics.ts';
import type { DatabasePool } from '../../database/pool.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import { requireActor, staffOf } from '../session/index.ts';
import { listNotices, markRead, markTheseRead, type NoticeCursor, type NoticeRow } from './store.ts';
import { type ClockName, viewNotice } from './view.ts';

export type NoticeDeps = {
  pool: DatabasePool;
  clock: Clock;
  clockName: ClockName;
  /** Those of these tickets that the actor may read. */
  ticketRows: (actor: Actor, ids: readonly number[]) => Promise<TicketRow[]>;
  /** Why tickets were escalated, in the words of whoever did it, in the order of the events; empty where nobody gave any. */
  reasonsOf: (events: readonly { ticketId: number; seq: number }[]) => Promise<string[]>;
};

/** One's own inbox: nobody reads or clears another's. */
export function registerNoticeRoutes(app: App, deps: NoticeDeps): void {
  const { pool, clock } = deps;
  addEndpoint(
    app,
    'listNotices',
    async ({ query: { after, limit, unread, topic }, request }) => {
      const staff = staffOf(request);
      const rows = await listNotices(pool, {
        staffId: staff.id,
        before: parseCursor(after),
        isUnreadOnly: unread === 'true',
        kinds: topic === undefined ? null : kindsOf(topic),
        limit: limit + 1,
      });
      const items = await viewsOf(deps, staff, rows.slice(0, limit));
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { items, ...(last && { next: `${last.at}.${last.id}` }) };
    },
    { onRequest: requireActor },
  );
  addEndpoint(
    app,
    'readNotices',
    async ({ body, request }) => {
      const { id } = staffOf(request);
      if ('ids' in body) await markTheseRead(pool, id, body.ids, clock.now());
      else await markRead(pool, id, body.upTo, clock.now());
      return null;
    },
    { onRequest: requireActor },
  );
}

async function viewsOf({ ticketRows, reasonsOf, clockName }: NoticeDeps, actor: Actor, rows: readonly NoticeRow[]) {
  const tickets = await ticketRows(actor, [...new Set(rows.map(({ ticketId }) => ticketId))]);
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const escalated = rows.filter(({ kind, ticketId }) => kind === 'escalated' && byId.has(ticketId));
  const reasons = await reasonsOf(escalated.map(({ ticketId, eventSeq }) => ({ ticketId, seq: eventSeq ?? 0 })));
  return rows.map((row) =>
    viewNotice(row, {
      ticket: byId.get(row.ticketId),
      reason: reasons[escalated.indexOf(row)] ?? '',
      nameOfClock: clockName,
    }),
  );
}

/** `AT.ID`, as the page before gave it. */
function parseCursor(after: string | undefined): NoticeCursor | null {
  if (after === undefined) return null;
  const [at = Number.NaN, id = Number.NaN] = /^\d{1,15}\.\d{1,15}$/.test(after) ? after.split('.').map(Number) : [];
  if (Number.isNaN(new Date(at).getTime()) || Number.isNaN(id))
    throw new Refusal('request.invalid', 'after', { given: after });
  return { at, id };
}
