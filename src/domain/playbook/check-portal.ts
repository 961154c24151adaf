import { answersOf } from './check-forms.ts';
import { checkName, type Names } from './names.ts';
import { type Problem, problemAt, unknownName } from './problem.ts';
import type { Playbook, PlaybookField } from './schema.ts';
import type { Binding } from './schema-form.ts';

/** What the public page always asks for, and what is known without asking. */
const asked: readonly Binding[] = ['customer-name', 'customer-contact', 'category', 'description'];
const known: readonly Binding[] = ['channel', 'received-at'];

/** A customer must be able to register alone: what the first form requires is asked, known or answered in their stead. */
export function checkPortal(playbook: Playbook, names: Names): Problem[] {
  const { portal, forms, stages } = playbook;
  if (!portal) return [];
  const fields = forms.find((form) => form.id === stages[0]?.form)?.fields ?? [];
  const ids = fields.map((field) => field.id);
  const stray = (id: string, path: (string | number)[]) =>
    ids.includes(id) ? [] : [unknownName(path, 'field of the first form', id, ids)];
  return [
    ...checkName(names, 'channel', ['portal', 'channel'], portal.channel),
    ...asked
      .filter((binding) => !fields.some((field) => field.binds === binding))
      .map((binding) =>
        problemAt(['portal'], `customers give their ${binding}, but no field of the first form binds it`),
      ),
    ...portal.asks.flatMap((id, index) => stray(id, ['portal', 'asks', index])),
    ...Object.entries(portal.answers).flatMap(([id, answer]) => {
      const path = ['portal', 'answers', id];
      const field = fields.find((one) => one.id === id);
      return field ? checkAnswer(playbook, field, answer, path) : stray(id, path);
    }),
    ...fields
      .filter((field) => isUnanswered(field, fields, portal))
      .map(({ id }) => problemAt(['portal'], `nobody answers the required field "${id}": add it to asks or answers`)),
  ];
}

function checkAnswer(
  playbook: Playbook,
  field: PlaybookField,
  answer: string | boolean,
  path: (string | number)[],
): Problem[] {
  const valid = answersOf(playbook, field);
  if (valid) {
    if (valid.has(answer)) return [];
    return [unknownName(path, `answer of ${field.id}`, String(answer), [...valid].map(String))];
  }
  if (field.type === 'text' || field.type === 'long-text') return [];
  return [problemAt(path, `a ${field.type} cannot be answered for the customer`)];
}

function isUnanswered(
  field: PlaybookField,
  fields: readonly PlaybookField[],
  portal: NonNullable<Playbook['portal']>,
): boolean {
  const isGiven =
    portal.asks.includes(field.id) ||
    Object.hasOwn(portal.answers, field.id) ||
    (field.binds !== undefined && [...asked, ...known].includes(field.binds));
  if (isGiven) return false;
  if (field.required) return true;
  const { requiredWhen } = field;
  if (!requiredWhen) return false;
  const decider = fields.find((one) => one.id === requiredWhen.field);
  const answer = decider?.binds === 'channel' ? portal.channel : portal.answers[requiredWhen.field];
  // Nobody knows yet what the customer will answer, so the worst is assumed.
  return answer === undefined ? isAsked(decider, portal) : requiredWhen.is.includes(answer);
}

function isAsked(field: PlaybookField | undefined, { asks }: NonNullable<Playbook['portal']>): boolean {
  return field !== undefined && (asks.includes(field.id) || (field.binds !== undefined && asked.includes(field.binds)));
}
