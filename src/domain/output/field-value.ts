import { isPrivate } from '../playbook/compile.ts';
import { optionsOf } from '../playbook/field-options.ts';
import type { Playbook, PlaybookField, PlaybookForm, PlaybookOption } from '../playbook/schema.ts';
import type { AnswerValue } from '../ticket/events.ts';
import type { OutputContext, OutputTicket } from './context.ts';
import type { Boxes, DocumentRow, DocumentValue } from './document.ts';
import { maskField } from './masking.ts';
import { plainText, widthOf } from './plain-text.ts';
import type { Speech } from './speech.ts';
import type { Submission } from './submissions.ts';

/** More options than this are not written out: the chosen one's name stands alone. */
const mostBoxes = 6;
/** Longest text, in columns, that shares a line with another field. */
const narrowWidth = 32;
const wideTypes: ReadonlySet<PlaybookField['type']> = new Set(['long-text', 'list', 'choices', 'rating-dimensions']);

/** One field of a form, filled in or, without a submission, as an empty box. */
export function fieldRow(
  field: PlaybookField,
  submission: Submission | null,
  context: OutputContext,
  speech: Speech,
): DocumentRow {
  const value = fieldValue(field, submission, context, speech);
  return { label: speech.name(field.name), value, isWide: wideTypes.has(field.type) || isLong(value) };
}

/** An answer as one text, for a cell of a table over many tickets; from the latest cycle. */
export function answerText(
  ticket: OutputTicket,
  form: PlaybookForm,
  field: PlaybookField,
  context: OutputContext,
  speech: Speech,
): string {
  const answers = { ...ticket.facts.forms[form.id]?.answers, ...ticket.text?.answers[form.id] };
  const answer = answers[field.id];
  if (answer === undefined) return speech.isErased && isPrivate(field) ? speech.say('erased') : '';
  if (typeof answer === 'boolean') return speech.yesNo(answer);
  if (Array.isArray(answer) && field.type === 'list') return plainText(answer.join('\n'));
  return maskField(field, oneText(field, answer, choicesOf(context.playbook, field), speech), context);
}

function isLong(value: DocumentValue): boolean {
  if (typeof value === 'string') return widthOf(value) > narrowWidth || value.includes('\n');
  if (Array.isArray(value) || value.kind === 'grid') return true;
  return value.boxes.reduce((sum, box) => sum + widthOf(box.name) + 4, 0) > narrowWidth;
}

function fieldValue(
  field: PlaybookField,
  submission: Submission | null,
  context: OutputContext,
  speech: Speech,
): DocumentValue {
  const answer = submission?.answers[field.id];
  const options = choicesOf(context.playbook, field);
  if (options && options.length <= mostBoxes) return boxesOf(options, answer, speech);
  if (field.type === 'check') return submission ? speech.yesNo(answer === true) : yesNoBoxes(speech);
  if (answer === undefined) return submission && speech.isErased && isPrivate(field) ? speech.say('erased') : '';
  if (Array.isArray(answer) && field.type === 'list') return answer.map((item) => plainText(String(item)));
  return maskField(field, oneText(field, answer, options, speech), context);
}

function boxesOf(options: readonly PlaybookOption[], answer: AnswerValue | undefined, speech: Speech): Boxes {
  const chosen = new Set<unknown>(Array.isArray(answer) ? answer : [answer]);
  return {
    kind: 'boxes',
    boxes: options.map((option) => ({ name: speech.name(option.name), isChosen: chosen.has(option.id) })),
  };
}

function yesNoBoxes(speech: Speech): Boxes {
  return { kind: 'boxes', boxes: [true, false].map((is) => ({ name: speech.yesNo(is), isChosen: false })) };
}

function oneText(
  field: PlaybookField,
  answer: AnswerValue,
  options: readonly PlaybookOption[] | null,
  speech: Speech,
): string {
  if (field.type === 'department') return speech.department(String(answer));
  if (field.type === 'staff' && typeof answer === 'number') return speech.staff(answer);
  if (field.type === 'date-time') return dateTime(answer, speech);
  if (Array.isArray(answer)) {
    if (field.type === 'staff-list') return speech.people(answer.map(Number));
    return answer.map((one) => nameOf(options, String(one), speech)).join('、');
  }
  if (typeof answer === 'object') return speech.dimensions(answer);
  return typeof answer === 'string' ? nameOf(options, answer, speech) : String(answer);
}

/** A date-time answer is epoch ms, or ISO 8601 as the form took it. */
function dateTime(answer: AnswerValue, speech: Speech): string {
  const at = typeof answer === 'number' ? answer : Date.parse(String(answer));
  return Number.isFinite(at) ? speech.time(at) : plainText(String(answer));
}

function nameOf(options: readonly PlaybookOption[] | null, id: string, speech: Speech): string {
  const option = options?.find((one) => one.id === id);
  return option ? speech.name(option.name) : plainText(id);
}

/** A department is written by the organisation's name for it, not ticked among all of them. */
function choicesOf(playbook: Playbook, field: PlaybookField): readonly PlaybookOption[] | null {
  return field.type === 'department' ? null : optionsOf(playbook, field);
}
