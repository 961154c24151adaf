import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { PlaybookField, PlaybookForm } from '../playbook/schema.ts';
import type { Binding } from '../playbook/schema-form.ts';
import { text as asText } from './bindings.ts';
import type { Answers, AnswerValue } from './events.ts';
import type { TicketFacts, TicketText } from './state.ts';

/** What a list shows of a ticket's private part, and what search finds it by. */

export type Description = { subject: string; customerName: string };

const subjectLength = 80;

export function describe(
  playbook: CompiledPlaybook,
  facts: Pick<TicketFacts, 'forms'>,
  text: TicketText | null,
): Description {
  if (text === null) return { subject: '', customerName: '' };
  const subject = boundAnswer(playbook, facts, text, 'description').replace(/\s+/g, ' ').trim();
  return {
    subject: subject.length > subjectLength ? `${subject.slice(0, subjectLength - 1)}…` : subject,
    customerName: boundAnswer(playbook, facts, text, 'customer-name'),
  };
}

/** The latest answer to a bound field, of the first form that has one. */
export function boundAnswer(
  playbook: CompiledPlaybook,
  facts: Pick<TicketFacts, 'forms'>,
  text: TicketText | null,
  binding: Binding,
): string {
  for (const form of playbook.source.forms) {
    for (const field of form.fields) {
      if (field.binds !== binding) continue;
      const value = answerTo(playbook, facts, text, form, field);
      if (value !== undefined && value !== '') return asText(value);
    }
  }
  return '';
}

export function answerTo(
  playbook: CompiledPlaybook,
  facts: Pick<TicketFacts, 'forms'>,
  text: TicketText | null,
  form: PlaybookForm,
  field: PlaybookField,
): AnswerValue | undefined {
  const isPrivate = playbook.isPrivate(field);
  return isPrivate ? text?.answers[form.id]?.[field.id] : facts.forms[form.id]?.answers[field.id];
}

/** All answers of a submitted form, clear and private together. */
export function answersOf(facts: Pick<TicketFacts, 'forms'>, text: TicketText | null, form: string): Answers {
  return { ...facts.forms[form]?.answers, ...text?.answers[form] };
}
