import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { compilePlaybook } from '../../src/domain/playbook/compile.ts';
import { createDemandReader, type Demand, type ReadDemand } from '../../src/server/channels/import/demand.ts';
import { planImport, type Wishes } from '../../src/server/channels/import/plan.ts';
import type { Table, TableRow } from '../../src/server/channels/import/table.ts';
import { playbookOf, type ShippedId } from '../domain/playbook-documents.ts';

/** Lists of demands for tests, as files and as rows. */

const folder = mkdtempSync(join(tmpdir(), 'huiyin-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export const fileOf = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

export async function readAll(table: Table): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return rows;
}

export const compiled = (id: ShippedId) => compilePlaybook(playbookOf(id));
export const wishes = (more: Partial<Wishes> = {}): Wishes => ({
  map: [],
  set: [],
  timeZone: 'Asia/Shanghai',
  order: 'ymd',
  ...more,
});
export const pairs = (given: Record<string, string>) => Object.entries(given).map(([name, value]) => ({ name, value }));

/** Rows (without the header) read as demands, under a playbook. */
export function demandsOf(
  id: ShippedId,
  header: string[],
  rows: string[][],
  more: Partial<Wishes> & { source?: string } = {},
) {
  const playbook = compiled(id);
  const plan = planImport(playbook, header, wishes(more));
  const { timeZone, order } = wishes(more);
  const { source = 'list.csv' } = more;
  const options = { playbook, plan, header, source, isSourceSaid: more.source !== undefined, timeZone, order };
  const read = createDemandReader(options);
  return rows.map((cells, at) => read({ row: at + 2, cells, problem: null }));
}

export function taken(read: ReadDemand | undefined): Demand {
  if (!read || 'problems' in read) throw new Error(JSON.stringify(read?.problems));
  return read;
}
