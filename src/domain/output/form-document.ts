import { roleNames } from '../access/role-names.ts';
import { maskContact } from '../customer/mask.ts';
import type { PlaybookForm } from '../playbook/schema.ts';
import type { Binding } from '../playbook/schema-form.ts';
import type { OutputContext, OutputTicket } from './context.ts';
import type { DocumentRow, DocumentSection, FormDocument, Signature } from './document.ts';
import { fieldRow } from './field-value.ts';
import { fillNames } from './language.ts';
import { plainText } from './plain-text.ts';
import { type Speech, speechOf } from './speech.ts';
import { type Submission, submissionsOf } from './submissions.ts';
import { supplementsOf } from './supplements.ts';
import { word } from './words.ts';

/** One form of a ticket in every cycle of its handling, or empty where nobody has come to it yet. */
export function formDocument(ticket: OutputTicket, form: PlaybookForm, context: OutputContext): FormDocument {
  const speech = speechOf(context, ticket.customer.isErased);
  const submissions = submissionsOf(ticket.events).filter((one) => one.form === form.id);
  return {
    form: form.id,
    title: speech.name(form.name),
    number: plainText(ticket.facts.number),
    organisation: plainText(context.directory.organisation),
    isFilled: submissions.length > 0,
    sections: [
      ...withHead(headRows(ticket, form, context, speech), answerSections(form, submissions, context, speech)),
      ...supplementsOf(form, ticket.events, submissions.length, speech),
    ],
    signatures: signaturesOf(form, submissions.at(-1) ?? null, context, speech),
    printedAt: speech.time(context.now),
  };
}

/** The playbook's printed forms, in its order. */
export function printedForms(context: Pick<OutputContext, 'playbook'>): PlaybookForm[] {
  return context.playbook.forms.filter((form) => form.printed);
}

function answerSections(
  form: PlaybookForm,
  submissions: readonly Submission[],
  context: OutputContext,
  speech: Speech,
): DocumentSection[] {
  const rows = (submission: Submission | null) =>
    form.fields.map((field) => fieldRow(field, submission, context, speech));
  if (submissions.length === 0) return [{ heading: null, rows: rows(null) }];
  const isAlone = submissions.length === 1 && submissions[0]?.cycle === 1;
  return submissions.map((submission) => ({
    heading: isAlone ? null : speech.name(fillNames(word('cycle'), { cycle: submission.cycle })),
    rows: isAlone ? rows(submission) : [...rows(submission), byRow(submission, speech)],
  }));
}

/** One block where the form was filled in once, a block of its own where cycles follow with their headings. */
function withHead(head: DocumentRow[], [first, ...others]: DocumentSection[]): DocumentSection[] {
  if (first?.heading === null) return [{ heading: null, rows: [...head, ...first.rows] }, ...others];
  return [{ heading: null, rows: head }, ...(first ? [first] : []), ...others];
}

function byRow(submission: Submission, speech: Speech): DocumentRow {
  const value = `${speech.actor(submission.by)}　${speech.time(submission.at)}`;
  return { label: speech.say('filledBy'), value, isWide: true };
}

/** What tells the reader which demand it is, without repeating what the form itself asks. */
function headRows(ticket: OutputTicket, form: PlaybookForm, context: OutputContext, speech: Speech): DocumentRow[] {
  const { facts, customer } = ticket;
  const asked = new Set(form.fields.map((field) => field.binds));
  const isFirst = form.id === context.playbook.stages[0]?.form;
  const person = (text: string) => (customer.isErased ? speech.say('erased') : plainText(text));
  const rows: [Binding | null, string, string][] = [
    [null, speech.say('number'), plainText(facts.number)],
    ['received-at', speech.say('receivedAt'), speech.time(facts.receivedAt)],
    ['customer-name', speech.say('customer'), person(customer.name)],
    [
      'customer-contact',
      speech.say('contact'),
      person(context.isRevealed ? customer.contact : maskContact(customer.contact)),
    ],
    ['category', speech.say('category'), isFirst ? '' : speech.category(facts.category)],
    ['priority', speech.say('priority'), facts.isClassified && !isFirst ? speech.priority(facts.priority) : ''],
  ];
  return rows
    .filter(([binding, , value]) => (binding === null || !asked.has(binding)) && value !== '')
    .map(([, label, value]) => narrow(label, value));
}

function signaturesOf(
  form: PlaybookForm,
  last: Submission | null,
  context: OutputContext,
  speech: Speech,
): Signature[] {
  const stage = context.playbook.stages.find((one) => one.form === form.id);
  const role = stage?.who[0];
  const label = role ? `${speech.say('filledBy')}（${speech.name(roleNames[role])}）` : speech.say('filledBy');
  return [
    {
      label: context.language === 'en' ? label.replace('（', ' (').replace('）', ')') : label,
      name: last ? speech.actor(last.by) : null,
      at: last ? speech.time(last.at) : null,
    },
    { label: speech.say('reviewedBy'), name: null, at: null },
  ];
}

function narrow(label: string, value: string): DocumentRow {
  return { label, value, isWide: false };
}
