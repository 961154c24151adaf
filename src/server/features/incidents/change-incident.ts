import type { IncidentCommand } from '../../../domain/incident/commands.ts';
import { decideIncident, type IncidentDecision } from '../../../domain/incident/decide.ts';
import type { Incident } from '../../../domain/incident/state.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { type PoolClient, transaction } from '../../database/pool.ts';
import type { Engine } from '../tickets/index.ts';
import { tellOfIncident } from './live.ts';
import { lockIncident, updateIncident } from './store.ts';

/** Works on an incident that nobody else writes meanwhile; consoles are told when it is kept. */
export async function withIncident<T>(
  engine: Engine,
  id: number,
  work: (client: PoolClient, incident: Incident) => Promise<T>,
): Promise<T> {
  const result = await transaction(engine.pool, async (client) => {
    const incident = await lockIncident(client, id);
    if (!incident) throw new Refusal('incident.unknown', 'id', { id });
    return work(client, incident);
  });
  await tellOfIncident(engine, id);
  return result;
}

/** Gives a command to an incident that is locked. */
export async function commandIncident(
  engine: Engine,
  client: PoolClient,
  { actor, seen = null }: { actor: Actor; seen?: number | null },
  incident: Incident,
  command: IncidentCommand,
): Promise<IncidentDecision> {
  const decision = decideIncident({ actor, now: engine.clock.now() }, incident, command, seen);
  if (decision.events.length > 0) await updateIncident(client, decision.state, decision.events);
  return decision;
}
