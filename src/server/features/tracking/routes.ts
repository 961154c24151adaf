import { trackingFileQuery } from '../../../contract/tracking.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { addFile, mostRows, xlsx } from '../outputs/index.ts';
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
  const file = {
    path: '/tracking.xlsx',
    operationId: 'getTrackingFile',
    summary: 'The tracking table as it is filtered, as a spreadsheet',
    tag: 'tracking',
    query: trackingFileQuery,
  };
  addFile(app, file, async ({ query: { lang, ...ask }, member }) => {
    const { head, pages } = await openTracking(deps, member, ask, lang);
    const { writeTableXlsx } = await xlsx();
    const content = writeTableXlsx(head, pages, { timeZone: engine.timeZone, language: lang, mostRows });
    return { kind: 'xlsx', name: head.title, plain: head.table, content };
  });
}
