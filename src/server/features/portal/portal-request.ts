import type { z } from 'zod';
import type { PortalView, portalRequestBody } from '../../../contract/portal.ts';
import { contactsOf, isPlausibleContact } from '../../../domain/customer/contact.ts';
import type { CompiledPlaybook } from '../../../domain/playbook/compile.ts';
import type { Binding } from '../../../domain/playbook/schema-form.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { whyNot } from '../../../domain/ticket/actions.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { chasePromise } from '../../../domain/ticket/chase.ts';
import { boundAnswer } from '../../../domain/ticket/describe.ts';
import type { Answers } from '../../../domain/ticket/events.ts';
import { contactHashes, profileOf } from '../customers/index.ts';
import { incidentForCustomer } from '../incidents/index.ts';
import { contextOf, type Engine, type LoadedTicket, readEvents, registerTicket, toEvent } from '../tickets/index.ts';
import type { GuessLimit, Outcome } from './guess-limit.ts';
import { messagesOf } from './portal-messages.ts';
import { solutionForCustomer } from './portal-solution.ts';
import { loadByNumberAndContact, readNumber } from './store.ts';

/** What customers do by themselves on the public page. A request opens to whoever knows its number and its contact. */

export type PortalKey = { number: string; contact: string };

/** The customer is settled when the ticket is written; until then nobody. */
const visitor: Actor = { kind: 'customer', id: 0 };

/** The playbook that the public page registers under: the organisation's own where that has a public page, else the first that has one. */
export function portalPlaybook(engine: Pick<Engine, 'playbooks'>, chosen: string | undefined): CompiledPlaybook {
  const open = engine.playbooks.list().filter(({ source }) => source.portal !== undefined);
  const found = open.find(({ source }) => source.id === chosen) ?? open[0];
  if (!found) throw new Refusal('portal.closed');
  return found;
}

export async function submitRequest(
  engine: Engine,
  playbook: CompiledPlaybook,
  body: z.output<typeof portalRequestBody>,
  idempotencyKey?: string,
): Promise<{ number: string }> {
  const { portal } = playbook.source;
  if (!portal) throw new Refusal('portal.closed');
  if (body.contact.includes('**')) throw new Refusal('customer.masked-contact', 'contact');
  if (!isPlausibleContact(body.contact)) throw new Refusal('portal.no-contact', 'contact');
  for (const id of Object.keys(body.answers)) {
    if (!portal.asks.includes(id)) throw new Refusal('form.field-unknown', `answers.${id}`, { known: portal.asks });
  }
  const said: Partial<Record<Binding, string>> = {
    'customer-name': body.name,
    'customer-contact': body.contact,
    category: body.type,
    description: body.description,
    channel: portal.channel,
  };
  const answers: Answers = { ...portal.answers, ...body.answers };
  for (const field of playbook.firstForm.fields) {
    const value = field.binds && said[field.binds];
    if (value !== undefined) answers[field.id] = value;
  }
  const request = { playbook: playbook.source.id, answers, channel: portal.channel, idempotencyKey };
  const { ticketId, loaded } = await registerTicket(engine, visitor, request);
  if (loaded) return { number: loaded.state.number };
  return { number: await readNumber(engine, ticketId) };
}

/** Refuses alike a number that does not exist and a contact that does not belong to it. */
export async function openRequest(
  engine: Engine,
  limit: GuessLimit | null,
  key: PortalKey,
  address: string,
): Promise<LoadedTicket> {
  const settle = limit?.take(key, address);
  let outcome: Outcome = 'failed';
  try {
    const loaded = await findRequest(engine, key);
    outcome = loaded ? 'right' : 'wrong';
    if (loaded) return loaded;
    throw new Refusal('portal.not-found', 'number');
  } finally {
    settle?.(outcome);
  }
}

async function findRequest(engine: Engine, { number, contact }: PortalKey): Promise<LoadedTicket | null> {
  const hashes = contactHashes(engine.ring, { contact, number: '' });
  const loaded = await loadByNumberAndContact(engine, number, hashes);
  return loaded && isReachedAt(engine, loaded, contact) ? loaded : null;
}

/** Customers are found by their number as well; being counted up, it proves nothing. */
function isReachedAt({ ring }: Engine, { customer }: LoadedTicket, contact: string): boolean {
  const known = contactsOf(profileOf(ring, customer).contact);
  return contactsOf(contact).every((one) => known.includes(one));
}

export function customerOf(loaded: LoadedTicket): Actor {
  return { kind: 'customer', id: loaded.state.customerId };
}

const mostMessages = 500;

export async function viewRequest(engine: Engine, loaded: LoadedTicket): Promise<PortalView> {
  const { state, customer } = loaded;
  const context = contextOf(engine, state);
  const { source } = context.playbook;
  const rows = await readEvents(engine.pool, state.id, 0, mostMessages);
  const events = rows.map((row) => toEvent(engine.ring, customer.data_key, customer.id, row));
  const now = engine.clock.now();
  const chaseAnswer = chasePromise(context.playbook, state.clocks);
  const mayDo = (name: 'rate' | 'chase' | 'answer-solution') =>
    whyNot({ ...context, now }, state, name, customerOf(loaded)) === null;
  return {
    number: state.number,
    status: state.status,
    stage: context.playbook.stage(state.stage).name,
    receivedAt: new Date(state.receivedAt).toISOString(),
    // What the department expects is not told before somebody tells it.
    eta: state.toldEta === null ? null : new Date(state.toldEta).toISOString(),
    incident: await incidentForCustomer(engine, state.incident?.id),
    description: boundAnswer(context.playbook, state, state.text, 'description'),
    messages: messagesOf(events),
    solution: solutionForCustomer(state, mayDo('answer-solution')),
    canRate: mayDo('rate'),
    canChase: mayDo('chase'),
    chaseAnswerBy: chaseAnswer && new Date(chaseAnswer.due).toISOString(),
    rating: state.rating,
    ratings: source.ratings,
    ratingDimensions: source.ratingDimensions,
  };
}
