import { hash } from 'node:crypto';
import type { StatusPage } from '../../../contract/incident.ts';
import type { Engine } from '../tickets/index.ts';
import { readForPublic } from './store.ts';
import { publicIncident } from './view.ts';

const historyMs = 90 * 86_400_000;

/** What everybody may see: the organisation's own words, no ticket, no name, no number of people. */
export async function readStatusPage(engine: Engine, organisation: string): Promise<StatusPage> {
  const found = await readForPublic(engine.pool, engine.clock.now() - historyMs);
  const shown = (status: 'open' | 'closed') =>
    found
      .filter(({ incident }) => incident.status === status)
      .map(({ incident, events }) => publicIncident(incident, events));
  return { organisation, current: shown('open'), history: shown('closed') };
}

/** The same page has the same tag: who has it already need not fetch it again. */
export function tagOf(page: StatusPage): string {
  return `"${hash('sha256', JSON.stringify(page), 'base64url').slice(0, 22)}"`;
}
