import { readScope } from '../../../domain/access/ticket-rules.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { memberOf, requireActor } from '../session/index.ts';
import { type Engine, rowsOf } from '../tickets/index.ts';
import { findDuplicates } from './find-duplicates.ts';
import { findTickets } from './find-tickets.ts';

/** Search and look-alikes, as far as the reader may see tickets. */
export function registerSearchRoutes(app: App, engine: Engine): void {
  const { pool, ring, clock } = engine;

  addEndpoint(
    app,
    'searchTickets',
    async ({ query, request }) => {
      const actor = memberOf(request);
      const found = await findTickets(pool, ring, query.q, { scope: readScope(actor), limit: query.limit });
      const snippets = new Map(found.items.map(({ id, snippet }) => [id, snippet]));
      const rows = await rowsOf(engine, actor, [...snippets.keys()]);
      return {
        items: rows.map((row) => ({ ...row, snippet: snippets.get(row.id) ?? '' })),
        isPartial: found.isPartial,
      };
    },
    { onRequest: requireActor },
  );

  addEndpoint(
    app,
    'findDuplicates',
    async ({ body, request }) => {
      const actor = memberOf(request);
      const found = await findDuplicates(pool, ring, { ...body, scope: readScope(actor), now: clock.now() });
      const likeness = new Map(found.map((one) => [one.id, one.likeness]));
      const rows = await rowsOf(engine, actor, [...likeness.keys()]);
      return { items: rows.map((row) => ({ ...row, likeness: likeness.get(row.id) ?? 0 })) };
    },
    { onRequest: requireActor },
  );
}
