import { Refusal } from '../domain/refusal.ts';
import type { AnswerProblem } from '../domain/ticket/answers.ts';
import type { RowProblem } from '../server/channels/import/demand.ts';
import type { ImportPlan } from '../server/channels/import/plan.ts';
import { changedProblem, type ImportCounts } from '../server/channels/import/run-rows.ts';
import type { Table } from '../server/channels/import/table.ts';
import { refusalText } from './refusal-text.ts';

/** What the command says of a list: which column goes where, what came of the rows, what to look at. */

export function planText(file: string, { header, about }: Table, { uses, fixed, defaults }: ImportPlan): string {
  const width = Math.max(...header.map(widthOf));
  const lines = header.map((name, at) => {
    const use = uses[at];
    const target =
      use?.kind === 'answer'
        ? `${use.field.id} (${use.field.name.zh})${use.isLead ? ', in front' : ''}`
        : use?.kind === 'reference'
          ? 'the name of the row'
          : use?.kind === 'skip'
            ? 'left out'
            : 'the note under the ticket';
    return `  ${name}${' '.repeat(width - widthOf(name))}  → ${target}`;
  });
  const constants = Object.entries({ ...defaults, ...fixed }).map(([field, value]) => `  ${field} = ${value}`);
  const silent = constants.length === 0 ? [] : ['Where a row says nothing:', ...constants];
  return `${[`${file}: ${about}`, ...lines, ...silent].join('\n')}\n`;
}

/** Chinese characters take two places on a terminal. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);
}

/** Things worth knowing that stop nothing, counted. */
export class Remarks {
  readonly #counts = new Map<string, number>();

  add(remark: string): void {
    this.#counts.set(remark, (this.#counts.get(remark) ?? 0) + 1);
  }

  lines(): string[] {
    return [...this.#counts].map(([remark, count]) => `${count} × ${remark}`);
  }
}

export function countsText({ made, known, failed }: ImportCounts, isDryRun: boolean): string {
  return isDryRun
    ? `${made} would be made, ${known} there already, ${failed} would fail`
    : `${made} made, ${known} there already, ${failed} failed`;
}

/** Why the engine refused a row; null for what is no refusal. */
export function explainRefusal(error: unknown, columnsOf: (field: string) => string): RowProblem[] | null {
  if (!(error instanceof Refusal)) return null;
  if (error.code === 'request.idempotency-reused') return [changedProblem];
  const { problems } = error.details as { problems?: AnswerProblem[] };
  if (problems) {
    return problems.map(({ field, code, expected }) => {
      const message = code === 'form.field-missing' ? 'is missing' : `must be ${expected ?? 'something else'}`;
      return { column: columnsOf(field), field, message };
    });
  }
  const field = error.field === 'receivedAt' ? 'received-at' : error.field.replace(/^answers\./, '');
  const message = refusalText(error);
  return [{ column: columnsOf(field), field, message }];
}

/** The columns that a field is taken from, as the person knows them. */
export function columnNames({ uses }: ImportPlan, header: readonly string[]): (field: string) => string {
  return (field) =>
    header
      .filter((_, at) => {
        const use = uses[at];
        return use?.kind === 'answer' && (use.field.id === field || use.field.binds === field);
      })
      .join(' + ');
}
