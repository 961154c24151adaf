import { type QueueView, queueQuery } from '../../../contract/queue-search.ts';
import { mayChangeView, mayShareViews } from '../../../domain/access/queue-view-rules.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { requireActor, staffOf } from '../session/index.ts';
import { countQueue, type Engine } from '../tickets/index.ts';
import { deleteView, findView, insertView, listViews, updateView, type ViewRow } from './store.ts';

type Reader = ReturnType<typeof staffOf>;

/** Tabs beyond this are no help to anybody. */
const mostViews = 20;

/** Saved views of the queue page: one's own, and those that supervisors keep for everybody. */
export function registerQueueViewRoutes(app: App, engine: Engine): void {
  const { pool, clock } = engine;
  const guarded = { onRequest: requireActor };

  addEndpoint(
    app,
    'listQueueViews',
    async ({ request }) => {
      const reader = staffOf(request);
      const rows = await listViews(pool, reader.id);
      const items = await Promise.all(rows.map((row) => viewed(engine, reader, row)));
      return { items, mayShare: mayShareViews(reader) };
    },
    guarded,
  );
  addEndpoint(
    app,
    'createQueueView',
    async ({ body, request }) => {
      const reader = staffOf(request);
      demandShare(reader, body.isShared);
      const row = await insertView(pool, { ...body, staffId: reader.id }, mostViews, clock.now());
      if (!row) throw new Refusal('queue-view.too-many', 'name', { limit: mostViews });
      return viewed(engine, reader, row);
    },
    guarded,
  );
  addEndpoint(
    app,
    'changeQueueView',
    async ({ params, body, request }) => {
      const reader = staffOf(request);
      const before = await changeable(engine, reader, params.id);
      if (body.isShared !== undefined && body.isShared !== before.isShared) demandShare(reader, true);
      const { name = before.name, isShared = before.isShared, search = before.search } = body;
      const after = await updateView(pool, before, { ...before, name, isShared, search }, mostViews);
      if (!after) throw await whyNotChanged(engine, before, isShared);
      return viewed(engine, reader, after);
    },
    guarded,
  );
  addEndpoint(
    app,
    'deleteQueueView',
    async ({ params, request }) => {
      await deleteView(pool, (await changeable(engine, staffOf(request), params.id)).id);
      return null;
    },
    guarded,
  );
}

function demandShare(reader: Reader, isShared: boolean): void {
  if (isShared && !mayShareViews(reader)) throw new Refusal('auth.forbidden', 'isShared', { action: 'share' });
}

/** Somebody else's own view is not known at all. @throws Refusal queue-view.unknown, auth.forbidden */
async function changeable({ pool }: Engine, reader: Reader, id: number): Promise<ViewRow> {
  const row = await findView(pool, id);
  if (!row || (!row.isShared && row.staffId !== reader.id)) throw new Refusal('queue-view.unknown', 'id', { id });
  if (!mayChangeView(reader, row)) throw new Refusal('auth.forbidden', '', { action: 'change' });
  return row;
}

async function whyNotChanged({ pool }: Engine, { id, isShared }: ViewRow, willBeShared: boolean): Promise<Refusal> {
  const now = await findView(pool, id);
  const isAsItWas = now?.isShared === isShared;
  if (isAsItWas && isShared !== willBeShared)
    return new Refusal('queue-view.too-many', 'isShared', { limit: mostViews });
  return new Refusal('queue-view.unknown', 'id', { id });
}

async function viewed(engine: Engine, reader: Reader, row: ViewRow): Promise<QueueView> {
  const { id, name, isShared, search } = row;
  return {
    id,
    name,
    isShared,
    search,
    mayChange: mayChangeView(reader, row),
    count: await countOf(engine, reader, row),
  };
}

/** Playbooks change under a saved view: what it named may be gone. */
async function countOf(engine: Engine, reader: Reader, { search }: ViewRow): Promise<number | null> {
  try {
    return await countQueue(engine, reader, queueQuery(search));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
