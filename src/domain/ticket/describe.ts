import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { Binding } from '../playbook/schema-form.ts';
import { text as asText } from './bindings.ts';
import type { Answers } from './events.ts';
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
      const value = playbook.isPrivate(field)
        ? text?.answers[form.id]?.[field.id]
        : facts.forms[form.id]?.answers[field.id];
      if (value !== undefined && value !== '') return asText(value);
    }
  }
  return '';
}

/** All answers of a submitted form, clear and private together. */
export function answersOf(facts: Pick<TicketFacts, 'forms'>, text: TicketText | null, form: string): Answers {
  return { ...facts.forms[form]?.answers, ...text?.answers[form] };
}

/** Everything said that search should find a ticket by. */
export function searchableParts(facts: Pick<TicketFacts, 'number'>, text: TicketText | null): string[] {
  if (text === null) return [facts.number];
  const { answers, ...rest } = text;
  const said = Object.values(answers).flatMap((form) => Object.values(form).map(asText));
  return [facts.number, ...said, ...Object.values(rest)].filter((part) => part !== '');
}

/** What the current stage's form already knows, from what other forms said; its own earlier answers first. */
export function prefill(
  playbook: CompiledPlaybook,
  facts: TicketFacts,
  text: TicketText | null,
  form: string,
): Answers {
  const known: Answers = {};
  for (const field of playbook.form(form).fields) {
    const value = field.binds && factFor(facts, field.binds);
    if (value !== undefined && value !== null && value !== '') known[field.id] = value;
    else if (field.binds && playbook.isPrivate(field)) {
      const said = boundAnswer(playbook, facts, text, field.binds);
      if (said !== '' && field.type !== 'list') known[field.id] = said;
    }
  }
  const isOfThisCycle = facts.forms[form]?.cycle === facts.cycle;
  return isOfThisCycle ? { ...known, ...answersOf(facts, text, form) } : known;
}

function factFor(facts: TicketFacts, binding: Binding): Answers[string] | undefined | null {
  switch (binding) {
    case 'category':
      return facts.category;
    case 'priority':
      return facts.isClassified ? facts.priority : null;
    case 'channel':
      return facts.channel;
    case 'department':
      return facts.department;
    case 'owner':
      return facts.owner;
    case 'rating':
      return facts.rating;
    default:
      return undefined;
  }
}
