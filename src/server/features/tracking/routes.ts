import { trackingFileQuery } from '../../../contract/tracking.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { markAttachment, mostRows, ofFiles, xlsx } from '../outputs/index.ts';
import { memberOf, requireActor } from '../session/index.ts';
import { countTracking, listTracking } from './read-tracking.ts';
import { openTracking, type TrackingDeps } from './write-file.ts';

export function registerTrackingRoutes(app: App, deps: TrackingDeps): void {
  const { engine } = deps;
  const guarded = { onRequest: requireActor };
  addEndpoint(app, 'listTracking', ({ query, request }) => listTracking(engine, memberOf(request), query), guarded);
  addEndpoint(
    app,
    'countTracking',
    ({ query, request }) => countTracking(engine, memberOf(request), query.playbook),
    guarded,
  );
  app.get(
    '/api/v1/tracking.xlsx',
    {
      ...ofFiles,
      schema: {
        tags: ['tracking'],
        operationId: 'getTrackingFile',
        summary: 'The tracking table as it is filtered, as a spreadsheet',
        querystring: trackingFileQuery,
      },
    },
    async (request, reply) => {
      const { lang, ...ask } = request.query;
      const { head, pages } = await openTracking(deps, memberOf(request), ask, lang);
      const { writeTableXlsx } = await xlsx();
      markAttachment(reply, 'xlsx', head.title, head.table);
      return reply.send(writeTableXlsx(head, pages, { timeZone: engine.timeZone, language: lang, mostRows }));
    },
  );
}
