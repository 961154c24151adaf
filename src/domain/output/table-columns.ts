import { maskContact, maskNumber } from '../customer/mask.ts';
import type { PlaybookTable } from '../playbook/schema.ts';
import type { Binding } from '../playbook/schema-form.ts';
import type { EventOf } from '../ticket/events.ts';
import type { TicketFacts } from '../ticket/state.ts';
import { latestNote, noteText } from '../tracking/phase.ts';
import type { OutputContext, OutputTicket } from './context.ts';
import { answerText } from './field-value.ts';
import { plainText } from './plain-text.ts';
import type { Speech } from './speech.ts';
import { statusNames } from './words.ts';

/** What the `from` of a table's column may name, and how it is read. A row is about a ticket, and in some tables about one event of it. */
export type RowEvent = EventOf<'progress.recorded'> | EventOf<'callback.made'>;
export type RowSubject = { ticket: OutputTicket; event: RowEvent | null };
/** Epoch ms, words, or null where there is nothing to say. */
type Read = (subject: RowSubject, speech: Speech, context: OutputContext) => number | string | null;
/** `width` in columns of a typewriter. */
export type ColumnReader = { kind: 'instant' | 'text'; width: number; read: Read };

const instant = (read: Read): ColumnReader => ({ kind: 'instant', width: 17, read });
const short = (read: Read, width = 14): ColumnReader => ({ kind: 'text', width, read });
const long = (read: Read): ColumnReader => ({ kind: 'text', width: 48, read });
const fact = (read: (facts: TicketFacts, speech: Speech) => string) =>
  short(({ ticket }, speech) => read(ticket.facts, speech));
const time = (read: (facts: TicketFacts) => number | null) => instant(({ ticket }) => read(ticket.facts));
const person = (read: (customer: OutputTicket['customer'], isRevealed: boolean) => string) =>
  short(({ ticket }, speech, { isRevealed }) =>
    ticket.customer.isErased ? speech.say('erased') : plainText(read(ticket.customer, isRevealed)),
  );
const said = (key: 'solution' | 'rootCause' | 'requirement') =>
  long(({ ticket }, speech) => speech.said(ticket.text, key));
const bound = (binding: Binding) =>
  long(({ ticket }, speech, context) => {
    for (const form of context.playbook.forms) {
      const field = form.fields.find((one) => one.binds === binding);
      if (field && ticket.facts.forms[form.id]) return answerText(ticket, form, field, context, speech);
    }
    return '';
  });

const ofTicket: Readonly<Record<string, ColumnReader>> = {
  number: short(({ ticket }) => plainText(ticket.facts.number), 18),
  receivedAt: time((facts) => facts.receivedAt),
  registeredAt: time((facts) => facts.registeredAt),
  resolvedAt: time((facts) => facts.resolvedAt),
  closedAt: time((facts) => facts.closedAt),
  eta: time((facts) => facts.eta),
  deadline: time((facts) => facts.deadline),
  'customer.name': person((customer) => customer.name),
  'customer.contact': person(({ contact }, isRevealed) => (isRevealed ? contact : maskContact(contact))),
  'customer.number': person(({ number }, isRevealed) => (isRevealed ? number : maskNumber(number))),
  'customer.type': short(({ ticket }, speech) => speech.customerType(ticket.customer.type)),
  category: fact((facts, speech) => speech.category(facts.category)),
  priority: fact((facts, speech) => speech.priority(facts.priority)),
  channel: fact((facts, speech) => speech.channel(facts.channel)),
  status: fact((facts, speech) => speech.name(statusNames[facts.status])),
  stage: fact((facts, speech) => speech.stage(facts.stage)),
  department: fact((facts, speech) => speech.department(facts.department)),
  owner: fact((facts, speech) => speech.staff(facts.owner)),
  collaborators: fact((facts, speech) => speech.people(facts.collaborators)),
  cycle: fact((facts) => String(facts.cycle)),
  rating: fact((facts, speech) => speech.rating(facts.rating)),
  description: bound('description'),
  expectation: bound('expectation'),
  requirement: said('requirement'),
  rootCause: said('rootCause'),
  solution: said('solution'),
  latestNote: long(({ ticket }) => {
    const note = latestNote(ticket.events);
    return note && plainText(noteText(note));
  }),
};

const ofEvent: Readonly<Record<string, ColumnReader>> = {
  at: instant(({ event }) => event?.at ?? null),
  actor: short(({ event }, speech) => (event ? speech.actor(event.actor) : '')),
};

type Event<T extends RowEvent['type']> = Extract<RowEvent, { type: T }>;
const about =
  <T extends RowEvent['type']>(type: T, read: (event: Event<T>, speech: Speech) => number | string | null): Read =>
  ({ event }, speech) =>
    event?.type === type ? read(event as Event<T>, speech) : null;

const ofProgress: Readonly<Record<string, ColumnReader>> = {
  ...ofEvent,
  stage: short(about('progress.recorded', (event, speech) => speech.stage(event.data.stage))),
  from: instant(about('progress.recorded', (event) => event.data.from)),
  to: instant(about('progress.recorded', (event) => event.data.to)),
  done: long(about('progress.recorded', (event, speech) => speech.said(event.text, 'done'))),
  customerWords: long(about('progress.recorded', (event, speech) => speech.said(event.text, 'customerWords'))),
  nextStep: long(about('progress.recorded', (event, speech) => speech.said(event.text, 'nextStep'))),
};

const ofCallback: Readonly<Record<string, ColumnReader>> = {
  ...ofEvent,
  rating: short(about('callback.made', (event, speech) => speech.rating(event.data.rating))),
  remark: long(about('callback.made', (event, speech) => speech.said(event.text, 'remark'))),
};

const byRows: Record<PlaybookTable['rows'], Readonly<Record<string, ColumnReader>>> = {
  ticket: ofTicket,
  progress: { ...ofTicket, ...ofProgress },
  callback: { ...ofTicket, ...ofCallback },
};

/** Null for a name that the rows do not have. Besides the fixed ones: `dimension.<id>` of a callback, `answer.<form>.<field>`. */
export function columnReader(rows: PlaybookTable['rows'], from: string): ColumnReader | null {
  const known = byRows[rows];
  if (Object.hasOwn(known, from)) return known[from] ?? null;
  const [head, one = '', two = '', ...rest] = from.split('.');
  if (head === 'dimension' && rows === 'callback' && one !== '' && two === '') {
    return short(about('callback.made', (event, speech) => speech.rating(event.data.dimensions[one] ?? '')));
  }
  return head === 'answer' && two !== '' && rest.length === 0 ? answered(one, two) : null;
}

/** The fixed names that columns of such a table may read. */
export function columnNames(rows: PlaybookTable['rows']): string[] {
  return Object.keys(byRows[rows]);
}

function answered(formId: string, fieldId: string): ColumnReader {
  return short(({ ticket }, speech, context) => {
    const form = context.playbook.forms.find((one) => one.id === formId);
    const field = form?.fields.find((one) => one.id === fieldId);
    return form && field ? answerText(ticket, form, field, context, speech) : '';
  }, 26);
}
