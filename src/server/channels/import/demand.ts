import { hash } from 'node:crypto';
import { contactsOf } from '../../../domain/customer/contact.ts';
import type { CompiledPlaybook } from '../../../domain/playbook/compile.ts';
import type { PlaybookField } from '../../../domain/playbook/schema.ts';
import type { Binding } from '../../../domain/playbook/schema-form.ts';
import type { TakenOver } from '../../../domain/ticket/commands.ts';
import type { Answers } from '../../../domain/ticket/events.ts';
import { cleanText, lineOf } from './clean-text.ts';
import { fillGaps } from './default-answers.ts';
import { noteTexts } from './note-texts.ts';
import type { ImportPlan } from './plan.ts';
import { readAnswer } from './read-answer.ts';
import type { InstantOptions } from './read-instant.ts';
import type { TableRow } from './table.ts';

/** One row as a demand to be registered, or why it cannot be. */
export type Demand = {
  row: TableRow;
  answers: Answers;
  /** ISO 8601; null when the row does not say. */
  receivedAt: string | null;
  takenOver: Omit<TakenOver, 'isHistory'>;
  /** The same row has the same name, whenever it is read again; `contentHash` tells whether it still says the same. */
  name: string;
  contentHash: Buffer;
  /** Rows of one customer are registered one after the other: the second finds whom the first has made. */
  customer: string | null;
  /** Columns whose value no field took, kept in the note. */
  leftOver: string[];
};
export type RowProblem = { column: string; field: string; message: string };
export type ReadDemand = Demand | { row: TableRow; problems: RowProblem[] };

export type DemandOptions = InstantOptions & {
  playbook: CompiledPlaybook;
  plan: ImportPlan;
  header: readonly string[];
  /** Where the rows come from: part of the names of rows that have no reference of their own, or of all, when it is said. */
  source: string;
  isSourceSaid: boolean;
};

/** Reads rows in their order: a text that stands there twice is two demands. */
export function createDemandReader(options: DemandOptions): (row: TableRow) => ReadDemand {
  const seen = new Map<number, number>();
  return (row) => {
    const problems = row.problem === null ? [] : [{ column: '', field: '', message: row.problem }];
    const said = readAnswers(options, row, problems);
    if (problems.length > 0) return { row, problems };
    const content = row.cells.map(cleanText);
    const contentHash = hash('sha256', JSON.stringify(content), 'buffer');
    const reference = referenceOf(options.plan, row);
    const { id } = options.playbook.source;
    const source = reference === '' || options.isSourceSaid ? options.source : '';
    const own = reference === '' ? [contentHash.toString('hex'), countOf(seen, contentHash)] : [reference];
    const name = `import:${hash('sha256', JSON.stringify([id, source, ...own]), 'base64url')}`;
    const bound = (binding: Binding) => boundText(options.plan.form.fields, said.answers, binding);
    return {
      row,
      answers: said.answers,
      receivedAt: bound('received-at'),
      takenOver: { reference, notes: noteTexts(said.notes) },
      name,
      contentHash,
      customer: contactsOf(bound('customer-contact') ?? bound('customer-number') ?? '')[0] ?? null,
      leftOver: said.leftOver,
    };
  };
}

type Said = { answers: Answers; notes: { name: string; text: string }[]; leftOver: string[] };

function readAnswers(
  { playbook, plan, header, ...options }: DemandOptions,
  row: TableRow,
  problems: RowProblem[],
): Said {
  const said: Said = { answers: {}, notes: [], leftOver: [] };
  const note = (at: number) => {
    const text = cleanText(row.cells[at] ?? '');
    if (text !== '') said.notes.push({ name: header[at] ?? '', text });
  };
  plan.uses.forEach((use, at) => {
    if (use.kind === 'note') note(at);
  });
  for (const [field, columns] of columnsByField(plan)) {
    const cells = columns.map((at) => row.cells[at] ?? '');
    const read = readAnswer(playbook, field, cells, options);
    if ('value' in read) said.answers[field.id] = read.value;
    const column = columns.map((at) => header[at]).join(' + ');
    if ('problem' in read) problems.push({ column, field: field.id, message: read.problem });
    if (!('unfit' in read)) continue;
    said.leftOver.push(`${column}: ${read.unfit}`);
    columns.forEach(note);
  }
  return { ...said, answers: fillGaps(playbook, { ...plan.fixed, ...said.answers }) };
}

const columnsOfPlan = new WeakMap<ImportPlan, [PlaybookField, number[]][]>();

function columnsByField(plan: ImportPlan): [PlaybookField, number[]][] {
  let known = columnsOfPlan.get(plan);
  if (!known) {
    const columns = new Map<PlaybookField, number[]>();
    plan.uses.forEach((use, at) => {
      if (use.kind !== 'answer') return;
      const others = columns.get(use.field) ?? [];
      columns.set(use.field, use.isLead ? [at, ...others] : [...others, at]);
    });
    known = [...columns];
    columnsOfPlan.set(plan, known);
  }
  return known;
}

function referenceOf(plan: ImportPlan, row: TableRow): string {
  const parts = plan.uses.flatMap((use, at) => (use.kind === 'reference' ? [lineOf(row.cells[at] ?? '')] : []));
  return parts.filter((part) => part !== '').join(' ');
}

/** How often this content has come so far, by 48 bits of its hash: a file may have millions of rows. */
function countOf(seen: Map<number, number>, contentHash: Buffer): number {
  const short = contentHash.readUIntBE(0, 6);
  const count = (seen.get(short) ?? 0) + 1;
  seen.set(short, count);
  return count;
}

function boundText(fields: readonly PlaybookField[], answers: Answers, binding: Binding): string | null {
  const field = fields.find(({ binds }) => binds === binding);
  const value = field && answers[field.id];
  return typeof value === 'string' && value !== '' ? value : null;
}
