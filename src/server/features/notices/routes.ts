import { Refusal } from '../../../domain/refusal.ts';
import type { DatabasePool } from '../../database/pool.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import { requireActor, staffOf } from '../session/index.ts';
import { listNotices, markRead } from './store.ts';
import { type ClockName, viewNotice } from './view.ts';

export type NoticeDeps = { pool: DatabasePool; clock: Clock; clockName: ClockName };

/** One's own inbox: nobody reads or clears another's. */
export function registerNoticeRoutes(app: App, { pool, clock, clockName }: NoticeDeps): void {
  addEndpoint(
    app,
    'listNotices',
    async ({ query: { after, limit }, request }) => {
      const staffId = staffOf(request).id;
      const rows = await listNotices(pool, { staffId, before: parseCursor(after), limit: limit + 1 });
      const items = rows.slice(0, limit).map((row) => viewNotice(row, clockName));
      const last = rows.length > limit ? items.at(-1) : undefined;
      return { items, ...(last && { next: String(last.id) }) };
    },
    { onRequest: requireActor },
  );
  addEndpoint(
    app,
    'readNotices',
    async ({ body, request }) => {
      await markRead(pool, staffOf(request).id, body.upTo, clock.now());
      return null;
    },
    { onRequest: requireActor },
  );
}

function parseCursor(after: string | undefined): number | null {
  if (after === undefined) return null;
  const id = /^\d{1,16}$/.test(after) ? Number(after) : Number.NaN;
  if (!Number.isSafeInteger(id)) throw new Refusal('request.invalid', 'after', { given: after });
  return id;
}
