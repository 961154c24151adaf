import type { z } from 'zod';
import type { linkReply } from '../../../contract/incident.ts';
import { readScope } from '../../../domain/access/ticket-rules.ts';
import type { Incident } from '../../../domain/incident/state.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { TicketCommand } from '../../../domain/ticket/commands.ts';
import { decide } from '../../../domain/ticket/decide.ts';
import type { PoolClient } from '../../database/pool.ts';
import {
  checkSeen,
  contextOf,
  type Engine,
  type LoadedTicket,
  loadForActor,
  loadRows,
  type TicketWrite,
  tellOf,
  updateTickets,
  withoutText,
  writeOf,
} from '../tickets/index.ts';
import { commandIncident, withIncident } from './change-incident.ts';
import { tellThese } from './store-telling.ts';
import { idsByNumber, lockTickets, numbersById } from './store-tickets.ts';

/** Tickets join and leave an incident: both chains say so, in one transaction, the incident locked before the tickets. */

export type LinkRequest = { ids: readonly number[]; numbers: readonly string[]; tell: boolean };
type Linked = z.infer<typeof linkReply>;

/** Links what can be linked, and says what cannot. Doing it again changes nothing. */
export async function linkTickets(
  engine: Engine,
  actor: Actor,
  incidentId: number,
  { ids, numbers, tell }: LinkRequest,
): Promise<Linked> {
  const scope = readScope(actor);
  const byNumber = numbers.length === 0 ? new Map<string, number>() : await idsByNumber(engine.pool, scope, numbers);
  const visible = await numbersById(engine.pool, scope, ids);
  const refused: Linked['refused'] = [
    ...numbers.filter((number) => !byNumber.has(number)),
    ...ids.filter((id) => !visible.has(id)).map(String),
  ].map((ticket) => ({ ticket, code: 'ticket.unknown' }));
  const wanted = [...new Set([...visible.keys(), ...byNumber.values()])];
  const { written, faults } = await withIncident(engine, incidentId, async (client, incident) => {
    const command = { do: 'link-incident' as const, incident: incident.id, number: incident.number };
    const decided = await decideAll(engine, client, actor, wanted, command);
    const linked = decided.writes.map(({ after }) => after.id);
    // Asked in any case: whoever may not link hears that first.
    const { state } = await commandIncident(engine, client, { actor }, incident, { do: 'link', tickets: linked });
    const written = await writeAll(client, decided.writes);
    if (tell) await tellThese(client, incident.id, state.latest.seq, linked);
    return { written, faults: decided.faults };
  });
  for (const write of written) tellOf(engine, write);
  refused.push(...faults.map(({ ticket, code }) => ({ ticket, code })));
  return { linked: written.length, refused };
}

type LinkCommand = Extract<TicketCommand, { do: 'link-incident' }>;
type UnlinkCommand = Extract<TicketCommand, { do: 'unlink-incident' }>;

/** From the ticket's own page, on what was seen there. */
export async function linkTicket(
  engine: Engine,
  actor: Actor,
  id: number,
  version: number,
  { incident }: LinkCommand,
): Promise<LoadedTicket> {
  const { state } = await loadForActor(engine, actor, id);
  await checkSeen(engine, state, version);
  const { refused } = await linkTickets(engine, actor, incident, { ids: [id], numbers: [], tell: true });
  if (refused[0]) throw new Refusal(refused[0].code, 'incident', { incident });
  return loadForActor(engine, actor, id);
}

export async function unlinkTicket(
  engine: Engine,
  actor: Actor,
  id: number,
  version: number,
  command: UnlinkCommand,
): Promise<LoadedTicket> {
  const { state } = await loadForActor(engine, actor, id);
  await checkSeen(engine, state, version);
  if (!state.incident) throw new Refusal('incident.not-linked');
  const of = state.incident.id;
  const written = await withIncident(engine, of, async (client, incident) => {
    const { writes, faults } = await decideAll(engine, client, actor, [id], command, of);
    if (faults[0]) throw new Refusal(faults[0].code);
    await commandIncident(engine, client, { actor }, incident, { do: 'unlink', tickets: [id] });
    return writeAll(client, writes);
  });
  for (const write of written) tellOf(engine, write);
  return loadForActor(engine, actor, id);
}

type Decided = { writes: TicketWrite[]; faults: { ticket: string; code: string }[] };

/** `of`: the incident that the tickets must be part of. */
async function decideAll(
  engine: Engine,
  client: PoolClient,
  actor: Actor,
  ids: readonly number[],
  command: LinkCommand | UnlinkCommand,
  of: Incident['id'] | null = null,
): Promise<Decided> {
  await lockTickets(client, ids);
  const decided: Decided = { writes: [], faults: [] };
  const now = engine.clock.now();
  for (const row of await loadRows(client, ids)) {
    const loaded = withoutText(engine.ring, row);
    const { state } = loaded;
    try {
      if (of !== null && state.incident?.id !== of) throw new Refusal('incident.not-linked');
      const isErased = loaded.key === null;
      const context = { ...contextOf(engine, state), directory: engine.directory, actor, now, isErased };
      decided.writes.push(writeOf(engine, loaded, decide(context, state, command)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      decided.faults.push({ ticket: state.number, code: error.code });
    }
  }
  return decided;
}

async function writeAll(client: PoolClient, writes: readonly TicketWrite[]): Promise<readonly TicketWrite[]> {
  if (writes.length === 0) return writes;
  const kept = await updateTickets(client, writes);
  if (kept.size !== writes.length) throw new Error('tickets were written without their locks');
  return writes;
}
