import { choosePhrases } from '../../../domain/phrase/choose.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { memberOf, requireActor } from '../session/index.ts';
import { changePhrase, countPhraseUse, createPhrase, dropPhrase, type PhraseDeps } from './save-phrase.ts';
import { listPhrases } from './store.ts';
import { viewPhrase } from './view.ts';

/** Everybody who is signed in reads; who writes is for domain/access to say. */
export function registerPhraseRoutes(app: App, deps: PhraseDeps): void {
  const guarded = { onRequest: requireActor };
  addEndpoint(
    app,
    'listPhrases',
    async ({ query: { inactive, ...wanted } }) => {
      const rows = await listPhrases(deps.pool, inactive === 'true');
      return { items: choosePhrases(rows, wanted).map(viewPhrase) };
    },
    guarded,
  );
  addEndpoint(
    app,
    'createPhrase',
    async ({ body, request }) => viewPhrase(await createPhrase(deps, memberOf(request), body)),
    guarded,
  );
  addEndpoint(
    app,
    'changePhrase',
    async ({ params, body, request }) => viewPhrase(await changePhrase(deps, memberOf(request), params.id, body)),
    guarded,
  );
  addEndpoint(
    app,
    'removePhrase',
    async ({ params, body, request }) => {
      await dropPhrase(deps, memberOf(request), params.id, body.version);
      return null;
    },
    guarded,
  );
  addEndpoint(
    app,
    'usePhrase',
    async ({ params }) => {
      await countPhraseUse(deps, params.id);
      return null;
    },
    guarded,
  );
}
