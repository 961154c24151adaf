import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { memberOf, requireActor } from '../session/index.ts';
import type { Engine } from '../tickets/index.ts';
import { changeNote, createNote, readNotes } from './notes.ts';
import { readReview } from './read-review.ts';

/** A review reads many tickets. */
const guarded = { onRequest: requireActor, config: { rateLimit: { max: 60, timeWindow: 60_000 } } };

export function registerReviewRoutes(app: App, engine: Engine): void {
  addEndpoint(app, 'getReview', ({ query, request }) => readReview(engine, memberOf(request), query), guarded);
  addNoteRoutes(app, engine);
}

function addNoteRoutes(app: App, engine: Engine): void {
  const ofMembers = { onRequest: requireActor };
  addEndpoint(
    app,
    'listReviewNotes',
    async ({ query, request }) => ({ items: await readNotes(engine, memberOf(request), query) }),
    ofMembers,
  );
  addEndpoint(app, 'createReviewNote', ({ body, request }) => createNote(engine, memberOf(request), body), ofMembers);
  addEndpoint(
    app,
    'changeReviewNote',
    ({ params, body, request }) => changeNote(engine, memberOf(request), params.id, body),
    ofMembers,
  );
}
