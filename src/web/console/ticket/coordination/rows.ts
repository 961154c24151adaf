import type { Names } from '../../../../contract/common.ts';
import type { PlaybookField } from '../../../../domain/playbook/schema.ts';
import type { Answers, AnswerValue } from '../../../../domain/ticket/events.ts';
import type { FormValues } from '../../form/form-values.ts';
import { isFilled } from '../../form/form-values.ts';
import type { dialogTexts } from './dialog-texts.ts';

/** Rows of a dialog, such as action items. Each cell is a field of the form: `actions.0.owner`, as the API calls it. */
export type RowGroup = {
  id: string;
  name: Names;
  add: keyof typeof dialogTexts.zh;
  columns: PlaybookField[];
  /** A row in which this is blank says nothing and is not sent. */
  needs: string;
  least: number;
  known: Answers[];
};

/** As many as the API takes. */
export const mostRows = 30;

export const cellId = (group: string, row: number, column: string): string => `${group}.${row}.${column}`;

export function rowFields({ id, columns }: RowGroup, row: number): PlaybookField[] {
  return columns.map(({ requiredWhen, ...column }) => ({
    ...column,
    id: cellId(id, row, column.id),
    ...(requiredWhen ? { requiredWhen: { ...requiredWhen, field: cellId(id, row, requiredWhen.field) } } : {}),
  }));
}

export function knownCells({ id, known }: RowGroup): Answers {
  return Object.fromEntries(
    known.flatMap((row, at) => Object.entries(row).map(([column, value]) => [cellId(id, at, column), value])),
  );
}

/** How many rows a group begins with: what is known, or what was typed before. */
export function rowCount({ id, known, least }: RowGroup, typed: FormValues): number {
  const last = Object.keys(typed).map((key) => {
    const [group, row] = key.split('.');
    return group === id && isFilled(typed[key]) ? Number(row) + 1 : 0;
  });
  return Math.max(least, known.length, ...last);
}

/** The answers as the API takes them: the rows of each group as a list under its name. */
export function withRows(groups: readonly RowGroup[], answers: Answers): Record<string, unknown> {
  const ids = groups.map(({ id }) => id);
  const plain = Object.entries(answers).filter(([key]) => !ids.includes(key.split('.')[0] ?? ''));
  return {
    ...Object.fromEntries(plain),
    ...Object.fromEntries(groups.map((group) => [group.id, rowsOf(group, answers)])),
  };
}

function rowsOf({ id, needs }: RowGroup, answers: Answers): Record<string, AnswerValue>[] {
  const rows: Record<string, AnswerValue>[] = [];
  for (const [key, value] of Object.entries(answers)) {
    const [group, row, column] = key.split('.');
    if (group === id && column !== undefined) rows[Number(row)] = { ...rows[Number(row)], [column]: value };
  }
  return rows.filter((row) => row !== undefined && isFilled(row[needs]));
}
