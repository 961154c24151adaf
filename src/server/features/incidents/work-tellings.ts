import type { IncidentEvent, IncidentEventOf } from '../../../domain/incident/events.ts';
import type { Incident } from '../../../domain/incident/state.ts';
import { systemActor } from '../../../domain/ticket/actor.ts';
import type { DecisionContext } from '../../../domain/ticket/context.ts';
import {
  decideIncidentNews,
  decideIncidentResolved,
  decideIncidentReturned,
  type IncidentSolution,
} from '../../../domain/ticket/decide-incident.ts';
import type { Decision } from '../../../domain/ticket/draft.ts';
import type { TicketState } from '../../../domain/ticket/state.ts';
import { isUnavailable, type PoolClient, transaction } from '../../database/pool.ts';
import {
  contextOf,
  type Engine,
  type LoadedTicket,
  loadTickets,
  type TicketWrite,
  tellOf,
  updateTickets,
  writeOf,
} from '../tickets/index.ts';
import { commandIncident } from './change-incident.ts';
import { tellOfIncident } from './live.ts';
import { lockIncident, readIncidentEvent } from './store.ts';
import { claimIncident, type Done, markDone, nextTellings, setTellingAside } from './store-telling.ts';
import { lockTickets } from './store-tickets.ts';
import { returnNote } from './texts.ts';

/**
 * Tells the customers of an incident's tickets what it said, batch by batch, each word to all before the next. A batch's tickets and the
 * record that they were told are written in one transaction under the incident's lock: a process that dies in between has told nobody, and
 * whoever goes on tells exactly those. A ticket that cannot be written is set aside and stops no other.
 */

const batchSize = 50;

export type TellingRound = { handled: number; setAside: number };
type Fault = { id: number; error: unknown };
type Round = { incidentId: number; done: Done[]; written: TicketWrite[]; faults: Fault[] };

/** Null when there is nothing to tell, or others are at it. */
export async function workTellings(engine: Engine, limit = batchSize): Promise<TellingRound | null> {
  const round = await transaction(engine.pool, async (client): Promise<Round | null> => {
    const incidentId = await claimIncident(client);
    if (incidentId === null) return null;
    const next = await nextTellings(client, incidentId, limit);
    if (!next) return null;
    return tellBatch(engine, client, incidentId, next);
  });
  if (!round) return null;
  for (const write of round.written) tellOf(engine, write);
  for (const { id, error } of round.faults)
    engine.logger.error(
      { error, ticket: id, incident: round.incidentId },
      'a ticket could not be told of its incident',
    );
  await tellOfIncident(engine, round.incidentId);
  return { handled: round.done.length, setAside: round.faults.length };
}

async function tellBatch(
  engine: Engine,
  client: PoolClient,
  incidentId: number,
  { seq, tickets }: { seq: number; tickets: number[] },
): Promise<Round> {
  const incident = await lockIncident(client, incidentId);
  const said = await readIncidentEvent(client, incidentId, seq);
  if (!incident || !said) throw new Error(`incident ${incidentId} has nothing to say at ${seq}`);
  const now = engine.clock.now();
  await lockTickets(client, tickets);
  const round: Round = { incidentId, done: [], written: [], faults: [] };
  const loaded = new Map<number, LoadedTicket | Error>(await loadEach(engine, client, tickets));
  for (const id of tickets) {
    const one = loaded.get(id) ?? new Error('the ticket is gone');
    const outcome = one instanceof Error ? one : await tellOne(engine, client, { incident, said, now }, one, round);
    if (typeof outcome === 'string') round.done.push({ ticketId: id, outcome });
    else round.faults.push({ id, error: outcome });
  }
  const left = round.written.filter(({ after }) => after.incident === null).map(({ after }) => after.id);
  await commandIncident(engine, client, { actor: systemActor }, incident, { do: 'unlink', tickets: left });
  await markDone(client, incidentId, seq, round.done, now);
  for (const { id, error } of round.faults)
    await setTellingAside(client, incidentId, seq, id, error instanceof Error ? error.message : String(error));
  return round;
}

/** All at once; one that cannot be read stops no other. */
async function loadEach(engine: Engine, client: PoolClient, ids: number[]): Promise<[number, LoadedTicket | Error][]> {
  try {
    return (await loadTickets(client, engine.ring, ids)).map((one) => [one.state.id, one]);
  } catch (error) {
    if (isUnavailable(error) || ids.length === 1) {
      if (isUnavailable(error)) throw error;
      return ids.map((id) => [id, error instanceof Error ? error : new Error(String(error))]);
    }
    const found: [number, LoadedTicket | Error][] = [];
    for (const id of ids) found.push(...(await loadEach(engine, client, [id])));
    return found;
  }
}

type Saying = { incident: Incident; said: IncidentEvent; now: number };

/** What became of it, or what went wrong. */
async function tellOne(
  engine: Engine,
  client: PoolClient,
  { incident, said, now }: Saying,
  loaded: LoadedTicket,
  round: Round,
): Promise<string | unknown> {
  const { state } = loaded;
  if (state.incident?.id !== incident.id) return 'unlinked';
  if (state.status === 'closed') return 'closed';
  if (loaded.key === null && said.type === 'incident.updated') return 'erased';
  await client.query('savepoint telling');
  try {
    const isErased = loaded.key === null;
    const context = { ...contextOf(engine, state), directory: engine.directory, actor: systemActor, now, isErased };
    const decision = decideOn(context, state, incident, said);
    const write = writeOf(engine, loaded, decision);
    const kept = await updateTickets(client, [write]);
    if (!kept.has(state.id)) throw new Error('the ticket was written without its lock');
    await client.query('release savepoint telling');
    round.written.push(write);
    return outcomeOf(said, decision.state);
  } catch (error) {
    if (isUnavailable(error)) throw error;
    await client.query('rollback to savepoint telling');
    return error ?? new Error('unknown');
  }
}

function decideOn(context: DecisionContext, state: TicketState, incident: Incident, said: IncidentEvent): Decision {
  if (said.type === 'incident.updated') {
    const { message, estimate } = said.data;
    return decideIncidentNews(context, state, { message: message.zh, estimate });
  }
  if (said.type !== 'incident.closed') throw new Error(`an incident tells nothing by ${said.type}`);
  const { outcome } = said.data;
  const words = context.isErased ? noWords : wordsOf(incident, said.data);
  return outcome === 'resolved'
    ? decideIncidentResolved(context, state, words)
    : decideIncidentReturned(context, state, words);
}

/** Nobody is left to be told, and nothing that is said would be kept. */
const noWords: IncidentSolution = { message: '', rootCause: '', solution: '', note: '' };

function wordsOf({ number }: Incident, said: IncidentEventOf<'incident.closed'>['data']): IncidentSolution {
  const { outcome, message, rootCause, solution } = said;
  return { message: message.zh, rootCause, solution, note: returnNote(number, outcome) };
}

function outcomeOf(said: IncidentEvent, after: TicketState): string {
  if (said.type !== 'incident.closed') return 'told';
  if (said.data.outcome === 'returned') return 'returned';
  return after.incident === null ? 'unfinished' : 'resolved';
}
