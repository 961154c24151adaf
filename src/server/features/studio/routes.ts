import { demandPlaybookRight, type PlaybookRight } from '../../../domain/access/playbook-rules.ts';
import type { App, Request } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { chooseLanguage } from '../../http/language.ts';
import { memberOf, requireActor } from '../session/index.ts';
import type { StudioDeps } from './deps.ts';
import { discardDraft, importDraft, saveDraft } from './drafts.ts';
import { runMigration } from './migration.ts';
import { registerPlaybookFile } from './playbook-file.ts';
import { previewPlaybook } from './preview.ts';
import { examine, viewProblem } from './problems.ts';
import { publishPlaybook } from './publish-playbook.ts';
import { diffVersions, listStudio, readSource, readStudio, viewDraft } from './read-studio.ts';
import { setPlaybookRetired } from './retire-playbook.ts';

/** Rights are checked before the body is looked at. */
const demanding = (right: PlaybookRight) => ({
  onRequest: requireActor,
  preHandler: async (request: Request) => demandPlaybookRight(memberOf(request), right),
});
const seeing = demanding('playbook.see');
const editing = demanding('playbook.edit');
/** A text of the largest size, with every character escaped in JSON. */
const ofText = { bodyLimit: 4 * 1024 * 1024 };

export function registerStudioRoutes(app: App, deps: StudioDeps): void {
  registerReading(app, deps);
  registerDrafts(app, deps);
  registerPublication(app, deps);
  registerMigration(app, deps);
  registerPlaybookFile(app, deps, seeing);
}

function registerReading(app: App, deps: StudioDeps): void {
  addEndpoint(app, 'listStudio', async () => ({ items: await listStudio(deps) }), seeing);
  addEndpoint(app, 'getStudio', ({ params }) => readStudio(deps, params.id), seeing);
  addEndpoint(
    app,
    'getSource',
    async ({ params: { id, version } }) => ({ id, version, source: await readSource(deps, id, version) }),
    seeing,
  );
  addEndpoint(app, 'diffVersions', ({ params, query }) => diffVersions(deps, params.id, query.from, query.to), seeing);
  addEndpoint(
    app,
    'validatePlaybook',
    async ({ body }) => ({ problems: examine(body.source, deps.directory).problems.map(viewProblem) }),
    { ...seeing, ...ofText },
  );
  addEndpoint(app, 'previewPlaybook', async ({ body }) => previewPlaybook(deps, body), { ...seeing, ...ofText });
}

function registerDrafts(app: App, deps: StudioDeps): void {
  addEndpoint(
    app,
    'saveDraft',
    async ({ params, body, request }) => viewDraft(deps, await saveDraft(deps, memberOf(request), params.id, body)),
    { ...editing, ...ofText },
  );
  addEndpoint(
    app,
    'discardDraft',
    async ({ params, body }) => {
      await discardDraft(deps, params.id, body.version);
      return null;
    },
    editing,
  );
  addEndpoint(
    app,
    'importPlaybook',
    async ({ body, request }) => {
      const { id, problems } = await importDraft(deps, memberOf(request), body);
      return { id, problems: problems.map(viewProblem) };
    },
    { ...editing, ...ofText },
  );
}

function registerPublication(app: App, deps: StudioDeps): void {
  addEndpoint(
    app,
    'publishPlaybook',
    async ({ params, body, request }) => ({ version: await publishPlaybook(deps, memberOf(request), params.id, body) }),
    editing,
  );
  for (const [name, isRetired] of [
    ['retirePlaybook', true],
    ['restorePlaybook', false],
  ] as const) {
    addEndpoint(
      app,
      name,
      async ({ params }) => {
        await setPlaybookRetired(deps, params.id, isRetired);
        return null;
      },
      editing,
    );
  }
}

function registerMigration(app: App, deps: StudioDeps): void {
  for (const [name, mode] of [
    ['previewMigration', 'preview'],
    ['migrateTickets', 'migrate'],
  ] as const) {
    addEndpoint(
      app,
      name,
      ({ params, body, request }) => {
        const language = chooseLanguage(request.headers['accept-language']);
        return runMigration(deps, memberOf(request), params.id, body, mode, language);
      },
      editing,
    );
  }
}
