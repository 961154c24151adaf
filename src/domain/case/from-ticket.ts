import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { PlaybookField, PlaybookForm } from '../playbook/schema.ts';
import type { Binding } from '../playbook/schema-form.ts';
import { answerTo, boundAnswer } from '../ticket/describe.ts';
import { stagesInOrder } from '../ticket/stage-order.ts';
import type { TicketFacts, TicketText } from '../ticket/state.ts';
import { type CaseText, caseLimits } from './case-text.ts';
import type { KnownPerson } from './find-known.ts';
import { withoutPersonalData } from './personal-data.ts';

export type TicketSource = {
  playbook: CompiledPlaybook;
  facts: TicketFacts;
  text: TicketText | null;
  customer: { name: string; contact: string; number: string };
};

/** A case as the ticket tells it, personal data replaced. Empty parts are left for the writer. */
export function caseFromTicket(source: TicketSource): CaseText {
  const { playbook, facts, text } = source;
  const person = personOf(source);
  const description = boundAnswer(playbook, facts, text, 'description');
  const expectation = boundAnswer(playbook, facts, text, 'expectation');
  const clean = (parts: readonly string[], most: number = caseLimits.part) =>
    cut(withoutPersonalData(joined(parts), person), most);
  return {
    title: clean([firstSentence(description)], 60),
    problem: clean([description, ...otherWords(source), expectation === '' ? '' : `客户期望：${expectation}`]),
    cause: clean([text?.rootCause ?? '']),
    solution: clean([text?.solution ?? '', ...stepsTaken(source)]),
    lessons: clean(lastWords(source)),
    tags: [],
  };
}

/** All by which the person could be told: from the profile and from what the forms say. */
export function personOf({ playbook, facts, text, customer }: TicketSource): KnownPerson {
  const said = (binding: 'customer-name' | 'customer-contact' | 'customer-number') =>
    boundAnswer(playbook, facts, text, binding);
  const answers = Object.values(text?.answers ?? {}).flatMap((form) => Object.values(form));
  const given = (values: readonly string[]) => [
    ...new Set(values.map((one) => one.trim()).filter((one) => one !== '')),
  ];
  return {
    names: given([customer.name, said('customer-name')]),
    contacts: given([customer.contact, said('customer-contact')]),
    numbers: given([
      customer.number,
      said('customer-number'),
      facts.number,
      text?.reference ?? '',
      ...answers.filter((one) => typeof one === 'string').filter(isNumberLike),
    ]),
  };
}

/** An answer that is a number of something: of an order, an account, a device. */
const isNumberLike = (answer: string) =>
  answer.length <= 40 && /\d/.test(answer) && /^[\w .#/-]{5,}$/.test(answer.trim());

/** What else the first form asked in words: where, under which circumstances. */
function otherWords({ playbook, facts, text }: TicketSource): string[] {
  const form = playbook.firstForm;
  return form.fields
    .filter(({ type, binds }) => (type === 'text' || type === 'long-text') && binds === undefined)
    .flatMap((field) => labelled(field, answerTo(playbook, facts, text, form, field)));
}

/** Lists of steps in the forms from the one that proposed the solution on. */
function stepsTaken({ playbook, facts, text }: TicketSource): string[] {
  const forms = formsInOrder(playbook);
  const first = forms.findIndex((form) => form.fields.some(({ binds }) => binds === 'solution'));
  return forms.slice(Math.max(0, first)).flatMap((form) =>
    form.fields
      .filter(({ type }) => type === 'list')
      .flatMap((field) => {
        const steps = answerTo(playbook, facts, text, form, field);
        if (!Array.isArray(steps) || steps.length === 0) return [];
        return [`${field.name.zh}：`, ...steps.map((step, at) => `${at + 1}. ${step}`)];
      }),
  );
}

/** What the last form says in words: what was learned, what is done better from now on. */
function lastWords({ playbook, facts, text }: TicketSource): string[] {
  const form = formsInOrder(playbook).at(-1);
  if (!form || form === playbook.firstForm) return [];
  const isLesson = (binds: Binding | undefined) => binds === undefined || binds === 'retrospective';
  const fields = form.fields.filter(({ type, binds }) => type === 'long-text' && isLesson(binds));
  return fields.flatMap((field) => labelled(field, answerTo(playbook, facts, text, form, field), fields.length > 1));
}

function formsInOrder(playbook: CompiledPlaybook): PlaybookForm[] {
  return stagesInOrder(playbook.source).flatMap(({ form }) => (form === undefined ? [] : [playbook.form(form)]));
}

function labelled(field: PlaybookField, answer: unknown, hasLabel = true): string[] {
  if (typeof answer !== 'string' || answer.trim() === '' || isNumberLike(answer)) return [];
  return [hasLabel ? `${field.name.zh}：${answer.trim()}` : answer.trim()];
}

const joined = (parts: readonly string[]) =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n');

function firstSentence(text: string): string {
  return text.split(/[。！？!?\n；;]/)[0]?.trim() ?? '';
}

function cut(text: string, most: number): string {
  const points = Array.from(text);
  return points.length <= most ? text : `${points.slice(0, most - 1).join('')}…`;
}
