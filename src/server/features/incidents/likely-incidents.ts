import type { z } from 'zod';
import type { likelyReply, ticketIncidentReply } from '../../../contract/incident.ts';
import { incidentsReadBy } from '../../../domain/access/incident-rules.ts';
import { likelyIncidents } from '../../../domain/incident/likely.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { boundAnswer } from '../../../domain/ticket/describe.ts';
import { contextOf, type Engine, loadForActor } from '../tickets/index.ts';
import { readIncident, readOpenIncidents } from './store.ts';
import { incidentRow } from './view.ts';

/** Which open incidents a demand is likely about, so that whoever registers or opens it can link it. */

type Likely = z.infer<typeof likelyReply>['items'];
const mostShown = 3;

/** Offered to those who see them all; a department hears of an incident once its ticket is part of one. */
export async function likelyFor(engine: Engine, actor: Actor, text: string): Promise<Likely> {
  if (incidentsReadBy(actor) !== 'all') return [];
  const open = await readOpenIncidents(engine.pool);
  return likelyIncidents(open, text)
    .slice(0, mostShown)
    .map(({ incident, words }) => ({ ...incidentRow(incident), matched: words }));
}

export async function incidentOfTicket(
  engine: Engine,
  actor: Actor,
  ticketId: number,
): Promise<z.infer<typeof ticketIncidentReply>> {
  const { state } = await loadForActor(engine, actor, ticketId);
  if (state.incident) {
    const incident = await readIncident(engine.pool, state.incident.id);
    return { incident: incident && incidentRow(incident), likely: [] };
  }
  if (state.status === 'closed') return { incident: null, likely: [] };
  const { playbook } = contextOf(engine, state);
  const text = ['description' as const, 'expectation' as const]
    .map((binding) => boundAnswer(playbook, state, state.text, binding))
    .join('\n');
  return { incident: null, likely: await likelyFor(engine, actor, text) };
}
