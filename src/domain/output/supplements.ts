import type { PlaybookForm } from '../playbook/schema.ts';
import type { Binding } from '../playbook/schema-form.ts';
import type { EventOf, EventType, TicketEvent } from '../ticket/events.ts';
import type { DocumentSection } from './document.ts';
import type { Speech } from './speech.ts';
import { bounceNames, informNames, type Word } from './words.ts';

/**
 * What happened around a form without being filled into it: who it was handed to, how it went on, what the customer was told. Which
 * form that belongs to follows from what the form settles, so that a team's own playbook gets it too.
 */
export function supplementsOf(
  form: PlaybookForm,
  events: readonly TicketEvent[],
  timesFilled: number,
  speech: Speech,
): DocumentSection[] {
  const settles = (binding: Binding) => form.fields.some((field) => field.binds === binding);
  const sections: DocumentSection[] = [];
  if (settles('category') && settles('priority')) sections.push(classifications(events, speech, 2));
  if (settles('owner')) sections.push(handoffs(events, speech));
  if (settles('verified')) sections.push(progress(events, speech), informed(events, speech));
  if (settles('rating')) sections.push(callbacks(events, speech, timesFilled > 0 ? 2 : 1));
  return sections.filter((section) => section.rows.length > 0);
}

function classifications(events: readonly TicketEvent[], speech: Speech, atLeast: number): DocumentSection {
  const rows = ofType(events, 'ticket.classified').map((event) => [
    speech.time(event.at),
    speech.category(event.data.category),
    speech.priority(event.data.priority),
    speech.said(event.text, 'reason'),
    speech.actor(event.actor),
  ]);
  const columns: Word[] = ['time', 'category', 'priority', 'reason', 'by'];
  return grid('classifications', columns, rows.length >= atLeast ? rows : [], speech);
}

function handoffs(events: readonly TicketEvent[], speech: Speech): DocumentSection {
  const rows = ofType(events, 'handoff.made').map((event) => [
    speech.time(event.at),
    speech.department(event.data.department),
    [speech.staff(event.data.owner), speech.people(event.data.collaborators)].filter((text) => text !== '').join('\n'),
    speech.time(event.data.deadline),
    speech.said(event.text, 'requirement'),
    answerTo(event, events, speech),
  ]);
  return grid('handoffs', ['time', 'department', 'owner', 'deadline', 'requirement', 'answer'], rows, speech);
}

/** The first answer after a hand-off and before the next one. */
function answerTo(made: EventOf<'handoff.made'>, events: readonly TicketEvent[], speech: Speech): string {
  for (const event of events) {
    if (event.seq <= made.seq) continue;
    if (event.type === 'handoff.made') return '';
    if (event.type === 'handoff.accepted') {
      const plan = event.text?.plan ? speech.said(event.text, 'plan') : '';
      return [`${speech.say('accepted')} ${speech.time(event.at)}`, plan].filter((text) => text !== '').join('\n');
    }
    if (event.type === 'handoff.bounced') {
      const reason = speech.name(bounceNames[event.data.reason]);
      return `${speech.say('bounced')} ${speech.time(event.at)}\n${reason} ${speech.said(event.text, 'note')}`;
    }
  }
  return '';
}

function progress(events: readonly TicketEvent[], speech: Speech): DocumentSection {
  const rows = ofType(events, 'progress.recorded').map((event) => [
    speech.span(event.data.from, event.data.to) || speech.time(event.at),
    speech.said(event.text, 'done'),
    speech.said(event.text, 'customerWords'),
    speech.said(event.text, 'nextStep'),
    speech.actor(event.actor),
  ]);
  return grid('progress', ['span', 'done', 'customerWords', 'nextStep', 'by'], rows, speech);
}

function informed(events: readonly TicketEvent[], speech: Speech): DocumentSection {
  const rows = ofType(events, 'customer.informed').map((event) => [
    speech.time(event.at),
    speech.name(informNames[event.data.kind]),
    speech.channel(event.data.via),
    speech.said(event.text, 'message'),
    speech.time(event.data.eta),
    speech.actor(event.actor),
  ]);
  return grid('informed', ['time', 'kind', 'via', 'message', 'eta', 'by'], rows, speech);
}

function callbacks(events: readonly TicketEvent[], speech: Speech, atLeast: number): DocumentSection {
  const rows = ofType(events, 'callback.made').map((event) => [
    speech.time(event.at),
    speech.rating(event.data.rating),
    speech.dimensions(event.data.dimensions),
    speech.said(event.text, 'remark'),
    event.data.isSatisfied ? '' : speech.say('reopened'),
    speech.actor(event.actor),
  ]);
  const columns: Word[] = ['time', 'rating', 'dimensions', 'remark', 'outcome', 'by'];
  return grid('callbacks', columns, rows.length >= atLeast ? rows : [], speech);
}

/** A section that is one table; without rows the section is left out. */
function grid(heading: Word, columns: readonly Word[], rows: string[][], speech: Speech): DocumentSection {
  const names = columns.map((column) => speech.say(column));
  return {
    heading: speech.say(heading),
    rows: rows.length === 0 ? [] : [{ label: '', value: { kind: 'grid', columns: names, rows }, isWide: true }],
  };
}

function ofType<T extends EventType>(events: readonly TicketEvent[], type: T): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}
