import type { z } from 'zod';
import type { closeIncidentBody, updateIncidentBody } from '../../../contract/incident.ts';
import { mayWithIncidents } from '../../../domain/access/incident-rules.ts';
import type { IncidentCommand } from '../../../domain/incident/commands.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { Engine } from '../tickets/index.ts';
import { commandIncident, withIncident } from './change-incident.ts';
import { takeUpAgain, tellAllOf } from './store-telling.ts';

/** What the incident says goes to the public at once, and to the customers of its tickets by the worker, from the same transaction on. */

/** Null: said without a page before one's eyes. */
type Unseen<T> = Omit<T, 'version'> & { version: number | null };

export function updateIncident(
  engine: Engine,
  actor: Actor,
  id: number,
  { version, estimate, ...said }: Unseen<z.output<typeof updateIncidentBody>>,
): Promise<void> {
  const command = { do: 'update' as const, ...said, estimate: estimate === null ? null : Date.parse(estimate) };
  return say(engine, actor, id, version, command);
}

export function closeIncident(
  engine: Engine,
  actor: Actor,
  id: number,
  { version, ...said }: Unseen<z.output<typeof closeIncidentBody>>,
): Promise<void> {
  return say(engine, actor, id, version, { do: 'close', ...said });
}

async function say(
  engine: Engine,
  actor: Actor,
  id: number,
  seen: number | null,
  command: IncidentCommand,
): Promise<void> {
  await withIncident(engine, id, async (client, incident) => {
    const { state } = await commandIncident(engine, client, { actor, seen }, incident, command);
    await tellAllOf(client, id, state.latest.seq);
  });
}

/** Whoever may say something may have it tried again. */
export async function retryTelling(engine: Engine, actor: Actor, id: number): Promise<void> {
  if (!mayWithIncidents(actor, 'update')) throw new Refusal('auth.forbidden', '', { command: 'update' });
  await withIncident(engine, id, (client) => takeUpAgain(client, id, engine.clock.now()));
}
