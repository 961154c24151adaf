import type { PlaybookBrief } from '../../../contract/playbook.ts';
import { flowPicture } from '../../../domain/playbook/picture.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { requireActor } from '../session/index.ts';
import type { PlaybookRegistry } from './registry.ts';

export type PlaybookDeps = { playbooks: PlaybookRegistry };

/** The playbooks for those who work by them; customers see what the portal shows. */
export function registerPlaybookRoutes(app: App, { playbooks }: PlaybookDeps): void {
  const guard = { onRequest: requireActor };

  addEndpoint(
    app,
    'listPlaybooks',
    // Open to all: choosing one is the first step of set-up, before anybody can sign in.
    async () => ({ items: playbooks.list().map(({ source }) => toBrief(source)) }),
  );

  addEndpoint(app, 'getPlaybook', async ({ params, query }) => playbooks.get(params.id, query.version).source, guard);
}

function toBrief(playbook: Playbook): PlaybookBrief {
  const { id, version, name, summary, portal } = playbook;
  return { id, version, name, summary, isPortal: portal !== undefined, flow: flowPicture(playbook) };
}
