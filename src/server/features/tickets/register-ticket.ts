import { hash } from 'node:crypto';
import type { RegisterTicketBody } from '../../../contract/ticket.ts';
import { mayRegister } from '../../../domain/access/ticket-rules.ts';
import type { CustomerProfile } from '../../../domain/customer/profile.ts';
import type { CompiledPlaybook } from '../../../domain/playbook/compile.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { checkAnswers } from '../../../domain/ticket/answers.ts';
import { type Bound, boundAnswers, text } from '../../../domain/ticket/bindings.ts';
import type { TakenOver } from '../../../domain/ticket/commands.ts';
import { noticesOf } from '../../../domain/ticket/notices.ts';
import { decideRegistration } from '../../../domain/ticket/register.ts';
import type { SealingKey } from '../../platform/crypto/seal.ts';
import { contactHashes, newCustomer, profileOf } from '../customers/index.ts';
import { tellOf } from './act-on-ticket.ts';
import { canonical, chainStart } from './chain.ts';
import { type Engine, tokensOf } from './engine.ts';
import { createSequence, numberPlan } from './number.ts';
import type { CustomerRow, LoadedTicket } from './store-load.ts';
import type { Beginning, BeginQuery } from './store-register.ts';
import { isFirstElsewhere, type NewCustomerRow, type TicketWrite } from './store-write.ts';

export type RegisterRequest = RegisterTicketBody & {
  /** The customer's own channel when the answers do not say it. */
  channel?: string;
  idempotencyKey?: string;
  /** What an earlier request with the same key must have said; by default all of it. */
  contentHash?: Buffer;
  /** Not for requests from outside: whoever could say so of a new demand would be rid of its promises. */
  takenOver?: TakenOver;
};

/** `loaded` is null when an earlier request with the same key made the ticket: read it. */
export type Registered = { ticketId: number; loaded: LoadedTicket | null };

/**
 * Registers a demand in two round trips: one draws the number and finds the customer, one writes everything. The same
 * idempotency key gets the ticket that the first request made; with another body it is refused.
 */
export async function registerTicket(engine: Engine, actor: Actor, request: RegisterRequest): Promise<Registered> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryToRegister(engine, actor, request);
    } catch (error) {
      // Somebody sent the same key, or registered the same person, at the same time and was first: now they are found.
      if (attempt === mostTries || !isFirstElsewhere(error)) throw error;
    }
  }
}

const mostTries = 5;

async function tryToRegister(engine: Engine, actor: Actor, request: RegisterRequest): Promise<Registered> {
  if (!mayRegister(actor)) throw new Refusal('auth.forbidden', '', { command: 'register' });
  const playbook = engine.playbooks.get(request.playbook);
  const now = engine.clock.now();
  const asked = { playbook, directory: engine.directory, now };
  const answers = checkAnswers(asked, playbook.firstForm, request.answers);
  const bound = boundAnswers(playbook.firstForm, answers);
  const idempotency = idempotencyOf(actor, request);
  const plan = numberPlan(playbook.source.number, now, engine.timeZone);
  const said = saidProfile(bound);
  const hashes = contactHashes(engine.ring, said);
  const beginning = { sequence: plan.sequence, customerId: request.customerId, hashes, idempotency };
  const [id, found] = await Promise.all([engine.registrar.nextTicketId(), beginWithSequence(engine, beginning)]);
  if (found.repeated) return repeat(found.repeated, idempotency);
  if (request.customerId !== undefined && !found.customer) {
    throw new Refusal('customer.unknown', 'customerId', { id: request.customerId });
  }
  const customer = customerOf(engine, playbook, found, bound, said, hashes);
  const calendar = engine.calendars.current();
  const context = {
    playbook,
    calendar: engine.calendars.get(calendar.id, calendar.version),
    directory: engine.directory,
    // Who comes through the portal is the customer, known only now.
    actor: actor.kind === 'customer' ? { ...actor, id: customer.id } : actor,
    now,
  };
  const versions = { playbook: { id: playbook.source.id, version: playbook.source.version }, calendar };
  const decision = decideRegistration(context, versions, {
    number: plan.format(found.numberValue),
    customerId: customer.id,
    channel: channelOf(playbook, request, bound),
    receivedAt: receivedAtOf(request, bound, now),
    answers,
    takenOver: request.takenOver,
  });
  const state = { ...decision.state, id };
  // Nobody is called to what was over long ago.
  const notices = state.isHistory ? [] : noticesOf(decision.events, state, engine.directory, playbook);
  const write: TicketWrite = {
    context,
    before: null,
    after: state,
    events: decision.events,
    head: chainStart,
    key: customer.key,
    tokens: tokensOf(engine, state, customer.profile, decision.events),
    notices,
    idempotency,
    newCustomer: customer.row,
  };
  await engine.registrar.insert(write);
  tellOf(engine, write);
  const { customerRow } = customer;
  return { ticketId: state.id, loaded: { state, head: chainStart, key: customer.key, customer: customerRow } };
}

export function channelOf(playbook: CompiledPlaybook, request: RegisterRequest, bound: Bound): string {
  return text(bound.channel) || request.channel || playbook.source.channels[0]?.id || '';
}

export function receivedAtOf(request: RegisterRequest, bound: Bound, now: number): number {
  const said = request.receivedAt ?? (typeof bound['received-at'] === 'string' ? bound['received-at'] : null);
  return said === null ? now : Date.parse(said);
}

type SaidProfile = Pick<CustomerProfile, 'name' | 'contact' | 'number'>;

function saidProfile(bound: Bound): SaidProfile {
  return {
    name: text(bound['customer-name']),
    contact: text(bound['customer-contact']),
    number: text(bound['customer-number']),
  };
}

type CustomerInUse = {
  id: number;
  key: SealingKey | null;
  profile: SaidProfile;
  row: NewCustomerRow | null;
  customerRow: CustomerRow;
};

function customerOf(
  engine: Engine,
  playbook: CompiledPlaybook,
  found: Beginning,
  bound: Bound,
  said: SaidProfile,
  contacts: Buffer[],
): CustomerInUse {
  if (found.customer?.data_key) {
    const { id, data_key } = found.customer;
    return {
      id,
      key: engine.ring.unwrap(data_key),
      profile: profileOf(engine.ring, found.customer),
      row: null,
      customerRow: found.customer,
    };
  }
  const id = found.newCustomerId;
  const { key, wrapped, profile, hashes } = newCustomer(engine.ring, id, said, contacts);
  const type = text(bound['customer-type']) || playbook.source.customerTypes[0]?.id || '';
  const preferredChannel = text(bound['preferred-channel']) || null;
  const row = { id, type, preferredChannel, dataKey: wrapped, profile, contactHashes: hashes };
  const customerRow = { id, type, data_key: wrapped, profile, erased_at: null };
  return { id, key, profile: said, row, customerRow };
}

type Idempotency = NonNullable<TicketWrite['idempotency']>;

function idempotencyOf(actor: Actor, { idempotencyKey, contentHash, ...request }: RegisterRequest): Idempotency | null {
  if (idempotencyKey === undefined) return null;
  const who = `${actor.kind}:${actor.kind === 'system' ? '' : actor.id}`;
  return { actor: who, key: idempotencyKey, requestHash: contentHash ?? hash('sha256', canonical(request), 'buffer') };
}

function repeat(repeated: NonNullable<Beginning['repeated']>, idempotency: Idempotency | null): Registered {
  if (idempotency && !repeated.requestHash.equals(idempotency.requestHash)) {
    throw new Refusal('request.idempotency-reused', 'Idempotency-Key');
  }
  return { ticketId: repeated.ticketId, loaded: null };
}

/** The first registration of a period makes the period's sequence. */
async function beginWithSequence({ pool, registrar }: Engine, query: BeginQuery): Promise<Beginning> {
  try {
    return await registrar.begin(query);
  } catch (error) {
    if ((error as { code?: string }).code !== '42P01') throw error;
    await createSequence(pool, query.sequence);
    return registrar.begin(query);
  }
}
