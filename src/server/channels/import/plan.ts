import type { CompiledPlaybook } from '../../../domain/playbook/compile.ts';
import { nearest } from '../../../domain/playbook/nearest.ts';
import type { PlaybookField, PlaybookForm } from '../../../domain/playbook/schema.ts';
import { missingFields } from '../../../domain/ticket/answers.ts';
import type { Answers, AnswerValue } from '../../../domain/ticket/events.ts';
import { fillGaps } from './default-answers.ts';
import { guessColumns, type Use } from './guess-columns.ts';
import { bareHeader } from './header-words.ts';
import { readAnswer } from './read-answer.ts';
import type { InstantOptions } from './read-instant.ts';

/** What is said on the command line about columns and fields: `--map field=column`, `--set field=value`. */
export type Wishes = { map: readonly Pair[]; set: readonly Pair[] } & InstantOptions;
export type Pair = { name: string; value: string };

/** How every row becomes a demand; what a row does not say is `fixed` for all. */
export type ImportPlan = {
  form: PlaybookForm;
  uses: Use[];
  fixed: Answers;
  /** What a row is given that says nothing at all, for the person to see; see `fillGaps`. */
  defaults: Answers;
};

/** A wish that cannot be granted, or a form that nothing fills; the message says what to do. */
export class PlanError extends Error {
  override readonly name = 'PlanError';
}

/** @throws PlanError */
export function planImport(playbook: CompiledPlaybook, header: readonly string[], wishes: Wishes): ImportPlan {
  const form = playbook.firstForm;
  const fixed = fixedAnswers(playbook, form, wishes);
  const said = saidUses(form, header, wishes.map);
  const taken = new Set([...fieldsOf([...said.values()]), ...Object.keys(fixed)]);
  const uses = guessColumns(form, header, said, taken);
  const known = { ...fixed, ...stand(fieldsOf(uses)) };
  const filled = fillGaps(playbook, known);
  checkFilled(form, header, filled, known);
  const defaults = Object.entries(filled).filter(([id]) => known[id] === undefined);
  return { form, uses, fixed, defaults: Object.fromEntries(defaults) };
}

function fieldsOf(uses: readonly Use[]): string[] {
  return uses.flatMap((use) => (use.kind === 'answer' ? [use.field.id] : []));
}

/** Something in the place of what only the rows know. */
function stand(fields: readonly string[]): Answers {
  return Object.fromEntries(fields.map((field) => [field, '…']));
}

function fixedAnswers(playbook: CompiledPlaybook, form: PlaybookForm, wishes: Wishes): Answers {
  return Object.fromEntries(
    wishes.set.map(({ name, value }): [string, AnswerValue] => {
      const field = fieldCalled(form, name, '--set');
      const read = readAnswer(playbook, field, [value], wishes);
      if ('value' in read) return [field.id, read.value];
      const options = [...(playbook.optionsOf(field) ?? [])].join(', ');
      const why =
        'problem' in read ? read.problem : 'unfit' in read ? `"${value}" ${read.unfit}` : 'the value is empty';
      throw new PlanError(`--set ${name}: ${why}.${options && ` It takes: ${options}.`}`);
    }),
  );
}

function saidUses(form: PlaybookForm, header: readonly string[], map: readonly Pair[]): Map<number, Use> {
  return new Map(
    map.map(({ name, value }): [number, Use] => {
      const column = header.findIndex((one) => one === value || bareHeader(one) === bareHeader(value));
      if (column < 0) {
        const near = nearest(value, header);
        throw new PlanError(
          `--map ${name}=${value}: there is no such column${near ? `; did you mean "${near}"?` : '.'} Columns: ${header.join(', ')}.`,
        );
      }
      return [column, useCalled(form, name)];
    }),
  );
}

const others = ['reference', 'note', 'skip'] as const;

function useCalled(form: PlaybookForm, name: string): Use {
  if (name === 'subject') {
    const field = form.fields.find(({ binds }) => binds === 'description');
    if (field) return { kind: 'answer', field, isLead: true };
  }
  const other = others.find((one) => one === name);
  return other ? { kind: other } : { kind: 'answer', field: fieldCalled(form, name, '--map') };
}

/** By the field's own id, or by what it sets: `description` is `phenomenon` where that is the description. */
function fieldCalled(form: PlaybookForm, name: string, flag: string): PlaybookField {
  const found = form.fields.find(({ id }) => id === name) ?? form.fields.find(({ binds }) => binds === name);
  if (found) return found;
  const names = [...form.fields.map(({ id }) => id), ...(flag === '--map' ? ['subject', ...others] : [])];
  const near = nearest(name, names);
  throw new PlanError(
    `${flag} ${name}: the form has no such field${near ? `; did you mean "${near}"?` : '.'} Fields: ${names.join(', ')}.`,
  );
}

function checkFilled(form: PlaybookForm, header: readonly string[], filled: Answers, known: Answers): void {
  const [first, ...rest] = missingFields(form, filled)
    .map((id) => form.fields.find((field) => field.id === id))
    .filter((field) => field !== undefined);
  if (!first) return;
  const names = [first, ...rest].map(({ id, name }) => `${id} (${name.zh}, ${name.en})`).join(', ');
  const channel = form.fields.find(({ binds }) => binds === 'channel');
  const isByChannel = channel !== undefined && first.requiredWhen?.field === channel.id && known[channel.id];
  throw new PlanError(
    `The first form needs ${names}, and no column is taken for it. Columns: ${header.join(', ')}. ` +
      `Remedy: --map ${first.id}=COLUMN, or --set ${first.id}=VALUE for all rows${isByChannel ? ', or another --channel' : ''}.`,
  );
}
