import type { CompiledPlaybook } from '../../../domain/playbook/compile.ts';
import type { PlaybookField, PlaybookForm } from '../../../domain/playbook/schema.ts';
import { missingFields } from '../../../domain/ticket/answers.ts';
import type { Answers } from '../../../domain/ticket/events.ts';

/**
 * What an import answers where neither a column nor the command line does. Contacts and numbers have no default: they say who the
 * customer is, and one for all would make all one customer.
 */
export function defaultAnswers(playbook: CompiledPlaybook, form: PlaybookForm, known: Answers): Answers {
  const defaults: Answers = {};
  for (const field of form.fields) {
    if (field.binds === 'channel') defaults[field.id] = channelFor(playbook, form, field, known);
    else if (field.required) {
      const value = valueFor(playbook, field);
      if (value !== null) defaults[field.id] = value;
    }
  }
  return defaults;
}

const unnamed = '未留姓名';

function valueFor({ source }: CompiledPlaybook, field: PlaybookField): string | null {
  switch (field.binds) {
    case 'customer-name':
      return unnamed;
    case 'category':
      return (source.categories.find(({ id }) => id === 'other') ?? source.categories[0])?.id ?? null;
    case 'priority':
      return source.initialPriority;
    case 'customer-type':
      return source.customerTypes[0]?.id ?? null;
    default:
      return null;
  }
}

/** Channels meant for it first, then the first one under which nothing is missing that nobody can be asked for any more. */
function channelFor(playbook: CompiledPlaybook, form: PlaybookForm, field: PlaybookField, known: Answers): string {
  const ids = playbook.source.channels.map(({ id }) => id);
  const meant = ids.find((id) => id === 'transfer' || id === 'import');
  if (meant) return meant;
  const missing = (id: string) =>
    missingFields(form, { ...known, [field.id]: id }).filter((one) => isAskedBy(form, one, field)).length;
  return ids.find((id) => missing(id) === 0) ?? ids[0] ?? '';
}

function isAskedBy(form: PlaybookForm, id: string, field: PlaybookField): boolean {
  return form.fields.find((one) => one.id === id)?.requiredWhen?.field === field.id;
}
