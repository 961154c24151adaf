import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Encoding, encodings } from '../server/channels/import/encoding.ts';
import type { Pair } from '../server/channels/import/plan.ts';
import { delimiters } from '../server/channels/import/read-csv.ts';
import type { DateOrder } from '../server/channels/import/read-instant.ts';
import { integer, type Parse, timeZone, word } from '../server/platform/settings.ts';

export const usage = `Usage: huiyin import FILE --playbook ID [options]

Takes in the demands of a list, CSV or XLSX, one a row. Run it again after any interruption: no row becomes two tickets, none is left half.

  --playbook ID       how the demands are to be run; required
  --dry-run           read and check every row, show what would become of it, write nothing
  --map FIELD=COLUMN  where an answer comes from; may be repeated, several columns for one text are joined. FIELD is a field of the
                      playbook's first form, or subject, reference (the row's own number), note (kept under the ticket), skip.
                      Columns that are not named are guessed from their names, in Chinese and English; what no field takes is kept
                      in the note
  --set FIELD=VALUE   what a field says where the row says nothing; may be repeated
  --channel ID        the same for the channel
  --as open|history   open: every promise counts from the time of receipt. history: nothing was promised for the past, and nobody is
                      told; whatever is promised from now on counts. By default what was received over 30 days ago is history
  --history-days N    other than 30
  --errors FILE       where rows that fail are written, with why; by default FILE.errors.csv. Corrected, it can be imported
  --source NAME       where the rows come from, when two lists use the same numbers for different demands
  --sheet NAME        of a workbook; by default the first
  --time-zone ZONE    of times without an offset; by default the organisation's
  --date-order ORDER  ymd, mdy or dmy, for dates such as 1/4/2020
  --encoding NAME     ${encodings.join(', ')}; found out by default
  --delimiter NAME    ${Object.keys(delimiters).join(', ')}; found out by default
  --parallel N        rows at a time, 8 by default

Exit code 0: all rows are in; 1: some rows failed; 2: the flags or the file are wrong, nothing was written; 3: stopped before the end,
run it again; 130: interrupted.
`;

export type ImportFlags = {
  file: string;
  playbook: string;
  isDryRun: boolean;
  map: Pair[];
  set: Pair[];
  as: 'open' | 'history' | null;
  historyDays: number;
  errors: string;
  source: string | null;
  sheet: string | null;
  timeZone: string | null;
  order: DateOrder;
  encoding: Encoding | null;
  delimiter: string | null;
  parallel: number;
};

/** A flag that is missing or wrong; the message says the remedy. */
export class UsageError extends Error {}

const options = {
  playbook: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  map: { type: 'string', multiple: true, default: [] as string[] },
  set: { type: 'string', multiple: true, default: [] as string[] },
  channel: { type: 'string' },
  as: { type: 'string' },
  'history-days': { type: 'string', default: '30' },
  errors: { type: 'string' },
  source: { type: 'string' },
  sheet: { type: 'string' },
  'time-zone': { type: 'string' },
  'date-order': { type: 'string', default: 'ymd' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  parallel: { type: 'string', default: '8' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** @throws UsageError */
export function readImportFlags(argv: readonly string[]): ImportFlags | 'help' {
  const { values, positionals } = parse(argv);
  if (values.help) return 'help';
  const [file] = positionals;
  if (file === undefined) throw new UsageError(`FILE is missing.\n\n${usage}`);
  if (positionals.length > 1)
    throw new UsageError(`One file at a time: "${positionals.slice(1).join('", "')}" is too much.`);
  if (values.playbook === undefined) throw new UsageError(`--playbook is missing.\n\n${usage}`);
  const read = <T>(name: keyof typeof values, parser: Parse<T>): T | null => {
    const given = values[name];
    if (typeof given !== 'string') return null;
    const result = parser(given);
    if (result.ok) return result.value;
    throw new UsageError(`--${name}: "${given}" is not ${result.expected}.`);
  };
  const delimiter = read('delimiter', word(Object.keys(delimiters)));
  const channel = values.channel === undefined ? [] : [{ name: 'channel', value: values.channel }];
  return {
    file,
    playbook: values.playbook,
    isDryRun: values['dry-run'],
    map: values.map.map((text) => pair('--map', text)),
    set: [...values.set.map((text) => pair('--set', text)), ...channel],
    as: read('as', word(['open', 'history'])),
    historyDays: read('history-days', integer(0, 100_000)) ?? 30,
    errors: values.errors ?? `${file}.errors.csv`,
    source: values.source ?? null,
    sheet: values.sheet ?? null,
    timeZone: read('time-zone', timeZone),
    order: read('date-order', word(['ymd', 'mdy', 'dmy'])) ?? 'ymd',
    encoding: read('encoding', word(encodings)),
    delimiter: delimiter && (delimiters[delimiter] ?? null),
    parallel: read('parallel', integer(1, 64)) ?? 8,
  };
}

/** What rows without a number of their own belong to: the list's name, whether it is the list or what was corrected of it. */
export function sourceNameOf({ file, source }: Pick<ImportFlags, 'file' | 'source'>): string {
  return source ?? basename(file).replace(/(?:\.errors\.csv)+$/, '');
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}

function pair(flag: string, text: string): Pair {
  const at = text.indexOf('=');
  if (at < 1)
    throw new UsageError(
      `${flag} "${text}" lacks its "=". Write ${flag} FIELD=${flag === '--map' ? 'COLUMN' : 'VALUE'}.`,
    );
  return { name: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
}
