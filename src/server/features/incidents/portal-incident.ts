import type { PortalView } from '../../../contract/portal.ts';
import type { Engine } from '../tickets/index.ts';
import { readIncident } from './store.ts';

/** What the customer of a linked request sees of the incident. */
export async function incidentForCustomer(engine: Engine, id: number | undefined): Promise<PortalView['incident']> {
  const incident = id === undefined ? null : await readIncident(engine.pool, id);
  if (!incident) return null;
  const { number, title, phase, estimate, latest } = incident;
  return {
    number,
    title,
    phase,
    estimate: estimate === null ? null : new Date(estimate).toISOString(),
    at: new Date(latest.at).toISOString(),
    message: latest.message,
  };
}
