import { columnPaths, parseColumnPath } from './column-paths.ts';
import { repeatedIds } from './names.ts';
import { type Problem, unknownName } from './problem.ts';
import type { Playbook, PlaybookTable } from './schema.ts';

export function checkTables(playbook: Playbook): Problem[] {
  return playbook.tables.flatMap((table, index) => [
    ...repeatedIds(['tables', index, 'columns'], 'column', table.columns),
    ...table.columns.flatMap(({ from }, at) =>
      checkColumn(playbook, table, from, ['tables', index, 'columns', at, 'from']),
    ),
  ]);
}

function checkColumn(playbook: Playbook, { rows }: PlaybookTable, from: string, path: (string | number)[]): Problem[] {
  const column = parseColumnPath(rows, from);
  const dimensions = playbook.ratingDimensions.map((one) => one.id);
  if (!column) return [unknownName(path, `column of a ${rows}`, from, columnPaths(rows, dimensions))];
  if (column.of === 'dimension') {
    return dimensions.includes(column.name) ? [] : [unknownName(path, 'rating dimension', column.name, dimensions)];
  }
  if (column.of !== 'answer') return [];
  const form = playbook.forms.find((one) => one.id === column.form);
  if (!form)
    return [
      unknownName(
        path,
        'form',
        column.form,
        playbook.forms.map((one) => one.id),
      ),
    ];
  const fields = form.fields.map((field) => field.id);
  return fields.includes(column.field) ? [] : [unknownName(path, `field of ${form.id}`, column.field, fields)];
}
