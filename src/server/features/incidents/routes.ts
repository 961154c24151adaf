import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { strictRateLimit } from '../../http/security.ts';
import { memberOf, requireActor } from '../session/index.ts';
import type { Engine, IncidentActions } from '../tickets/index.ts';
import { incidentOfTicket, likelyFor } from './likely-incidents.ts';
import { linkTicket, linkTickets, unlinkTicket } from './link-tickets.ts';
import { openIncident } from './open-incident.ts';
import { incidentFor, listIncidents, listIncidentTickets, readDetail } from './read-incidents.ts';
import { closeIncident, retryTelling, updateIncident } from './say.ts';
import { similarTickets } from './similar-tickets.ts';
import { readStatusPage, tagOf } from './status-page.ts';

/** What the tickets' own routes ask for when a ticket joins or leaves. */
export function incidentActions(engine: Engine): IncidentActions {
  return {
    link: (actor, id, version, command) => linkTicket(engine, actor, id, version, command),
    unlink: (actor, id, version, command) => unlinkTicket(engine, actor, id, version, command),
  };
}

/** Seconds for which a browser or a proxy may show the status page without asking. */
const cachedS = 20;

export function registerIncidentRoutes(
  app: App,
  engine: Engine,
  { organisation }: { organisation: () => Promise<string> },
): void {
  const guarded = { onRequest: requireActor };
  addEndpoint(app, 'listIncidents', ({ query, request }) => listIncidents(engine, memberOf(request), query), guarded);
  addEndpoint(
    app,
    'openIncident',
    async ({ body, request, reply }) => {
      const actor = memberOf(request);
      const { id } = await openIncident(engine, actor, body);
      reply.header('location', `/api/v1/incidents/${id}`);
      return readDetail(engine, actor, id);
    },
    guarded,
  );
  addEndpoint(
    app,
    'likelyIncidents',
    async ({ body, request }) => ({ items: await likelyFor(engine, memberOf(request), body.text) }),
    guarded,
  );
  addEndpoint(app, 'getIncident', ({ params, request }) => readDetail(engine, memberOf(request), params.id), guarded);
  addEndpoint(
    app,
    'listIncidentTickets',
    ({ params, query, request }) => listIncidentTickets(engine, memberOf(request), params.id, query),
    guarded,
  );
  addEndpoint(
    app,
    'findSimilarTickets',
    ({ params, query, request }) => similarTickets(engine, memberOf(request), params.id, Date.parse(query.since)),
    guarded,
  );
  addEndpoint(
    app,
    'ticketIncident',
    ({ params, request }) => incidentOfTicket(engine, memberOf(request), params.id),
    guarded,
  );
  registerChanges(app, engine);
  addEndpoint(
    app,
    'publicStatus',
    async ({ request, reply }) => {
      const page = await readStatusPage(engine, await organisation());
      const tag = tagOf(page);
      reply.header('cache-control', `public, max-age=${cachedS}`).header('etag', tag);
      if (request.headers['if-none-match'] === tag) await reply.code(304).send();
      return page;
    },
    { config: strictRateLimit },
  );
}

function registerChanges(app: App, engine: Engine): void {
  const guarded = { onRequest: requireActor };
  addEndpoint(
    app,
    'linkTickets',
    async ({ params, body, request }) => {
      const actor = memberOf(request);
      await incidentFor(engine, actor, params.id);
      return linkTickets(engine, actor, params.id, body);
    },
    guarded,
  );
  addEndpoint(
    app,
    'updateIncident',
    async ({ params, body, request }) => {
      const actor = memberOf(request);
      await incidentFor(engine, actor, params.id);
      await updateIncident(engine, actor, params.id, body);
      return readDetail(engine, actor, params.id);
    },
    guarded,
  );
  addEndpoint(
    app,
    'closeIncident',
    async ({ params, body, request }) => {
      const actor = memberOf(request);
      await incidentFor(engine, actor, params.id);
      await closeIncident(engine, actor, params.id, body);
      return readDetail(engine, actor, params.id);
    },
    guarded,
  );
  addEndpoint(
    app,
    'retryTelling',
    async ({ params, request }) => {
      const actor = memberOf(request);
      await incidentFor(engine, actor, params.id);
      await retryTelling(engine, actor, params.id);
      return readDetail(engine, actor, params.id);
    },
    guarded,
  );
}
