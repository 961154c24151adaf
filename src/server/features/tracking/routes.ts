import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { memberOf, requireActor } from '../session/index.ts';
import type { Engine } from '../tickets/index.ts';
import { countTracking, listTracking } from './read-tracking.ts';

export function registerTrackingRoutes(app: App, engine: Engine): void {
  const guarded = { onRequest: requireActor };
  addEndpoint(app, 'listTracking', ({ query, request }) => listTracking(engine, memberOf(request), query), guarded);
  addEndpoint(
    app,
    'countTracking',
    ({ query, request }) => countTracking(engine, memberOf(request), query.playbook),
    guarded,
  );
}
