import { maskContact, maskNumber } from '../../customer/mask.ts';
import type { CompiledPlaybook } from '../../playbook/compile.ts';
import type { PlaybookForm } from '../../playbook/schema.ts';
import { stagesThatBind } from '../../ticket/stage-order.ts';
import type { OutputTicket } from '../context.ts';
import type { DocumentRow, DocumentValue } from '../document.ts';
import { fieldRow } from '../field-value.ts';
import { plainText } from '../plain-text.ts';
import { submissionsOf } from '../submissions.ts';
import { maskedWords } from './masked-words.ts';
import type { Paper } from './paper-context.ts';

type Labelled = Pick<DocumentRow, 'label' | 'value'>;

/** The hand-off as it is posted in the departments' group chat: in the form of the template, to whoever is responsible. */

/** The template that the ticket was handed off by; null while it has not been, or was without one. */
export function handOffForm(playbook: CompiledPlaybook, { facts }: OutputTicket): PlaybookForm | null {
  if (!facts.isHandedOff) return null;
  const forms = stagesThatBind(playbook, 'department').flatMap(({ form }) => (form === undefined ? [] : [form]));
  const last = forms.findLast((form) => facts.forms[form] !== undefined);
  return last === undefined ? null : playbook.form(last);
}

/** As one text, to be copied. */
export const handOffPost = (paper: Paper, form: PlaybookForm): string => handOffLines(paper, form).join('\n');

/**
 * The title, whom it is for, the customer, and a line for each field of the template. The chat is outside of the system: how to reach the
 * customer is masked there, whatever the reader may see here. @param form null where it was handed off without a template
 */
export function handOffLines(paper: Paper, form: PlaybookForm | null): string[] {
  const { ticket, context, speech, say } = paper;
  const { facts, customer } = ticket;
  const colon = context.language === 'en' ? ': ' : '：';
  const line = (label: string, value: string) => (value === '' ? [] : [`${label}${colon}${value}`]);
  const person = [
    maskedWords(customer.name, customer),
    speech.customerType(customer.type),
    maskNumber(customer.number),
    maskContact(customer.contact),
  ];
  return [
    say('post.title', { number: plainText(facts.number), priority: speech.priority(facts.priority) }),
    `@${[addressee(paper), speech.department(facts.department)].filter((part) => part !== '').join(' ')}`,
    ...line(say('customer'), customer.isErased ? speech.say('erased') : plainText(person.filter(Boolean).join(' · '))),
    ...rowsOf(paper, form).flatMap(({ label, value }) => line(label, maskedWords(textOf(value), customer))),
  ];
}

function rowsOf({ ticket, context, speech, say }: Paper, form: PlaybookForm | null): Labelled[] {
  if (form === null) {
    const { text, facts } = ticket;
    const wantedBy = facts.deadline === null ? '' : speech.time(facts.deadline);
    return [
      { label: say('demand'), value: plainText(text?.requirement ?? '') },
      { label: say('wantedBy'), value: wantedBy },
    ];
  }
  const submission = submissionsOf(ticket.events).findLast((one) => one.form === form.id) ?? null;
  return form.fields
    .filter(({ binds }) => binds !== 'department' && binds !== 'owner')
    .map((field) => fieldRow(field, submission, { ...context, isRevealed: false }, speech));
}

/** The owner, else whoever takes in the department's work; null where nobody is named. */
export function handOffAddressee({ ticket: { facts }, context }: Pick<Paper, 'ticket' | 'context'>): number | null {
  const { owner, department } = facts;
  return owner ?? (department === null ? null : context.directory.contact(department));
}

const addressee = (paper: Paper): string => paper.speech.staff(handOffAddressee(paper));

function textOf(value: DocumentValue): string {
  if (typeof value === 'string') return value.includes('\n') ? `\n${value}` : value;
  if (Array.isArray(value)) return value.map((item, index) => `\n${index + 1}. ${item}`).join('');
  if (value.kind === 'grid') return '';
  return value.boxes.flatMap(({ name, isChosen }) => (isChosen ? [name] : [])).join('、');
}
