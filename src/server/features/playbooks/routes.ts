import type { PlaybookBrief } from '../../../contract/playbook.ts';
import { flowPicture } from '../../../domain/playbook/picture.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { requireActor } from '../session/index.ts';
import type { PlaybookRegistry } from './registry.ts';

/** `chosen`: the organisation's own playbook, which stands first; undefined before set-up. */
export type PlaybookDeps = { playbooks: PlaybookRegistry; chosen: () => Promise<string | undefined> };

/** The playbooks for those who work by them; customers see what the portal shows. */
export function registerPlaybookRoutes(app: App, { playbooks, chosen }: PlaybookDeps): void {
  const guard = { onRequest: requireActor };

  addEndpoint(
    app,
    'listPlaybooks',
    // Open to all: choosing one is the first step of set-up, before anybody can sign in.
    async () => {
      const own = await chosen();
      const inForce = playbooks.list().map(({ source }) => toBrief(source));
      return { items: inForce.toSorted((a, b) => Number(b.id === own) - Number(a.id === own)) };
    },
  );

  addEndpoint(app, 'getPlaybook', async ({ params, query }) => playbooks.get(params.id, query.version).source, guard);
}

function toBrief(playbook: Playbook): PlaybookBrief {
  const { id, version, name, summary, portal } = playbook;
  return { id, version, name, summary, isPortal: portal !== undefined, flow: flowPicture(playbook) };
}
