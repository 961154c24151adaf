import type { TicketContext } from '../../../domain/ticket/context.ts';
import { describe } from '../../../domain/ticket/describe.ts';
import type { TicketEvent } from '../../../domain/ticket/events.ts';
import { evolve } from '../../../domain/ticket/evolve.ts';
import type { TicketState } from '../../../domain/ticket/state.ts';
import { profileOf } from '../customers/index.ts';
import { clockColumns, ticketColumns } from './columns.ts';
import { type Difference, differencesOf } from './differences.ts';
import { contextOf, type Engine, tokensOf } from './engine.ts';
import { factsOf } from './facts.ts';
import { openDescription, openText, sealDescription, sealJson } from './secret.ts';
import { toEvent } from './store-events.ts';
import type { Projection, StoredTicket } from './store-rebuild.ts';

/** Folds one ticket's events again and compares with what is stored. */

export type RebuildParts = Pick<Engine, 'ring' | 'playbooks' | 'calendars'>;
/** `blocked` says why the ticket cannot be mended from its events. */
export type Rebuilt = {
  number: string;
  differences: Difference[];
  projection: Projection | null;
  blocked: string | null;
};

export function rebuildTicket(parts: RebuildParts, stored: StoredTicket): Rebuilt {
  const number = stored.ticket ? String(stored.ticket.number) : numberIn(stored);
  try {
    const events = openEvents(parts, stored);
    const state = { ...foldEvents(parts, events), id: stored.id };
    const projection = projectionOf(parts, stored, state, events);
    return {
      number,
      projection,
      differences: compare(parts, stored, state, projection),
      blocked: whyBlocked(stored, projection),
    };
  } catch (error) {
    const blocked = error instanceof Error ? error.message : String(error);
    return {
      number,
      projection: null,
      differences: [{ field: 'events', stored: undefined, rebuilt: blocked }],
      blocked,
    };
  }
}

function numberIn({ id, events }: StoredTicket): string {
  return String((events[0]?.data as { number?: string } | undefined)?.number ?? id);
}

function openEvents({ ring }: RebuildParts, { events, customer }: StoredTicket): TicketEvent[] {
  if (!customer) throw new Error('its events name no customer that is there');
  return events.map((row, index) => {
    if (row.seq !== index + 1) throw new Error(`event ${index + 1} is missing`);
    return toEvent(ring, customer.data_key, customer.id, row);
  });
}

function foldEvents(parts: RebuildParts, events: readonly TicketEvent[]): TicketState {
  let state: TicketState | null = null;
  for (const event of events) state = evolve(contextAt(parts, state, event), state, event);
  if (!state) throw new Error('it has no events');
  return state;
}

/** Under which versions an event happened: those that the ticket was pinned to, or is from this event on. */
function contextAt(parts: RebuildParts, state: TicketState | null, event: TicketEvent): TicketContext {
  if (event.type === 'ticket.registered') return contextOf(parts, event.data);
  if (!state) throw new Error('it does not begin with its registration');
  if (event.type === 'calendar.revised') return contextOf(parts, { ...state, calendar: event.data });
  if (event.type === 'playbook.migrated')
    return contextOf(parts, { ...state, playbook: { id: state.playbook.id, version: event.data.to } });
  return contextOf(parts, state);
}

function projectionOf(
  parts: RebuildParts,
  stored: StoredTicket,
  state: TicketState,
  events: readonly TicketEvent[],
): Projection {
  const { customer, ticket } = stored;
  const context = contextOf(parts, state);
  const key = customer?.data_key ? parts.ring.unwrap(customer.data_key) : null;
  const isSaid = key !== null && state.text !== null;
  return {
    id: state.id,
    columns: ticketColumns(context, state),
    facts: factsOf(state),
    secret: isSaid ? (keptSecret(parts, stored, state) ?? sealJson(key, state.customerId, state.text)) : null,
    description: sealDescription(context.playbook, key, state),
    head: stored.events.at(-1)?.hash ?? ticket?.head_hash ?? Buffer.alloc(0),
    clocks: state.clocks.map((run) => clockColumns(context, run)),
    tokens: customer?.data_key ? tokensOf(parts, state, profileOf(parts.ring, customer), events) : null,
  };
}

/** What is sealed already and says the same need not be sealed again. */
function keptSecret(parts: RebuildParts, stored: StoredTicket, state: TicketState): Buffer | null {
  const isSame = differencesOf('text', storedText(parts, stored), state.text).length === 0;
  return isSame ? (stored.ticket?.secret ?? null) : null;
}

function storedText({ ring }: RebuildParts, { ticket, customer }: StoredTicket): unknown {
  try {
    return customer && openText(ring, customer.data_key, customer.id, ticket?.secret ?? null);
  } catch {
    return 'cannot be decrypted';
  }
}

function compare(parts: RebuildParts, stored: StoredTicket, state: TicketState, made: Projection): Difference[] {
  const { ticket, clocks, tokens } = stored;
  if (!ticket) return [{ field: 'ticket', stored: undefined, rebuilt: made.columns }];
  return [
    ...Object.entries(made.columns).flatMap(([name, value]) =>
      differencesOf(name, comparable(ticket[name as keyof typeof ticket]), comparable(asStored(name, value))),
    ),
    ...differencesOf('facts', ticket.facts, JSON.parse(JSON.stringify(made.facts))),
    ...secretDifferences(parts, stored, state),
    ...descriptionDifferences(parts, stored, state),
    ...differencesOf('head_hash', ticket.head_hash.toString('hex'), made.head.toString('hex')),
    ...differencesOf('clock', byCycle(clocks), byCycle(made.clocks)),
    ...tokenDifferences(tokens, made.tokens),
  ];
}

/** Instants come back as epoch ms, lists of ids as text. */
function asStored(name: string, value: unknown): unknown {
  if (!name.endsWith('_at') || value === null) return value;
  return value === 'infinity' ? Number.POSITIVE_INFINITY : Date.parse(String(value));
}

function comparable(value: unknown): unknown {
  return Array.isArray(value) ? value.map((one) => (/^\d+$/.test(String(one)) ? Number(one) : one)) : value;
}

function byCycle(rows: readonly { clock: string; cycle: number }[]): Record<string, unknown> {
  return Object.fromEntries(
    rows.map((row) => {
      const { clock, cycle, status, due_at, wake_at, breached_at } = row as StoredTicket['clocks'][number];
      const instants = { due_at, wake_at, breached_at };
      const read = Object.entries(instants).map(([name, at]) => [
        name,
        typeof at === 'string' ? asStored(name, at) : at,
      ]);
      return [`${clock}.${cycle}`, { status, ...Object.fromEntries(read) }];
    }),
  );
}

/** Only where texts differ is told, not what they say. */
function secretDifferences(parts: RebuildParts, stored: StoredTicket, { text }: TicketState): Difference[] {
  const isLeft = stored.customer?.data_key === null && stored.ticket?.secret !== null;
  if (isLeft) return [{ field: 'secret', stored: 'sealed', rebuilt: null }];
  const found = differencesOf(
    'text',
    storedText(parts, stored),
    text === null ? null : JSON.parse(JSON.stringify(text)),
  );
  return found.map(({ field }) => ({ field, stored: 'sealed', rebuilt: 'sealed otherwise' }));
}

/** Tickets from before it was kept have none; one that says something else is told, not what it says. */
function descriptionDifferences(parts: RebuildParts, { ticket, customer }: StoredTicket, state: TicketState) {
  if (!ticket?.description) return [];
  const expected = describe(contextOf(parts, state).playbook, state, state.text);
  const isLeft = customer?.data_key === null;
  const isSame = !isLeft && differencesOf('', storedDescription(parts, ticket, customer), expected).length === 0;
  return isSame ? [] : [{ field: 'description', stored: 'sealed', rebuilt: isLeft ? null : 'sealed otherwise' }];
}

function storedDescription(
  { ring }: RebuildParts,
  { description }: NonNullable<StoredTicket['ticket']>,
  customer: StoredTicket['customer'],
): unknown {
  try {
    return customer && openDescription(ring, customer.data_key, customer.id, description);
  } catch {
    return 'cannot be decrypted';
  }
}

function tokenDifferences(stored: readonly number[] | null, rebuilt: readonly number[] | null): Difference[] {
  const known = new Set(stored);
  const isSame =
    (stored === null) === (rebuilt === null) &&
    known.size === (rebuilt?.length ?? 0) &&
    (rebuilt ?? []).every((token) => known.has(token));
  const count = (tokens: readonly number[] | null) => (tokens === null ? null : `${tokens.length} tokens`);
  return isSame ? [] : [{ field: 'search', stored: count(stored), rebuilt: count(rebuilt) }];
}

/** Where events were taken away or changed, what is stored may be the better witness: nothing is written over it. */
function whyBlocked({ ticket }: StoredTicket, made: Projection): string | null {
  if (!ticket || ticket.head_hash.equals(made.head)) return null;
  return 'its last event is not the one that the ticket knows; see huiyin verify';
}
