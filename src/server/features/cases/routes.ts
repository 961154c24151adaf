import { caseActionBodies } from '../../../contract/case.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { memberOf, requireActor } from '../session/index.ts';
import { actOnCase } from './act-on-case.ts';
import { checkCaseText } from './check-text.ts';
import { caseCommandOf } from './command-of.ts';
import type { CaseDeps } from './deps.ts';
import { listCases, readCaseCounts } from './list-cases.ts';
import { makeCase, prefillCase } from './make-case.ts';
import { rateCase } from './rate-case.ts';
import { readCase, readVersion } from './read-case.ts';
import { similarCases } from './similar-cases.ts';

export function registerCaseRoutes(app: App, deps: CaseDeps): void {
  const guarded = { onRequest: requireActor };
  addEndpoint(app, 'listCases', ({ query, request }) => listCases(deps, memberOf(request), query), guarded);
  addEndpoint(app, 'countCases', ({ request }) => readCaseCounts(deps, memberOf(request)), guarded);
  addEndpoint(
    app,
    'findSimilarCases',
    async ({ body, request }) => ({ items: await similarCases(deps, memberOf(request), body) }),
    guarded,
  );
  addEndpoint(
    app,
    'checkCaseText',
    async ({ body, request }) => ({ findings: await checkCaseText(deps, memberOf(request), body) }),
    guarded,
  );
  addEndpoint(app, 'prefillCase', ({ params, request }) => prefillCase(deps, memberOf(request), params.id), guarded);
  addEndpoint(
    app,
    'createCase',
    async ({ body, request, reply }) => {
      const actor = memberOf(request);
      const id = await makeCase(deps, actor, body.ticketId, body.text);
      reply.header('location', `/api/v1/cases/${id}`);
      return readCase(deps, actor, id);
    },
    guarded,
  );
  addEndpoint(app, 'getCase', ({ params, request }) => readCase(deps, memberOf(request), params.id), guarded);
  addEndpoint(
    app,
    'getCaseVersion',
    ({ params, request }) => readVersion(deps, memberOf(request), params.id, params.version),
    guarded,
  );
  addEndpoint(
    app,
    'rateCase',
    async ({ params, body, request }) => {
      const actor = memberOf(request);
      await rateCase(deps, actor, params.id, body);
      return readCase(deps, actor, params.id);
    },
    guarded,
  );
  addEndpoint(
    app,
    'actOnCase',
    async ({ params, request }) => {
      const actor = memberOf(request);
      await actOnCase(deps, actor, params.id, caseCommandOf(params.action, request.body));
      return readCase(deps, actor, params.id);
    },
    { ...guarded, bodies: caseActionBodies },
  );
}
