import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benchCreate } from './create.ts';
import { benchDue } from './due.ts';
import { FilledData } from './filled.ts';
import { benchHandled } from './handled.ts';
import { benchMemory } from './memory.ts';
import { benchReads } from './read.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { type Row, round, tableHead, tableLine } from './table.ts';
import { benchWeb } from './web.ts';

/** `npm run bench`: a table of figures with their spread, measured here and now. */

type Options = { size: number; against: number | null; rounds: number; data: FilledData };

const benches: Record<string, { what: string; run: (options: Options) => Promise<Row[]> }> = {
  create: {
    what: 'create a ticket, against a bare route that writes the same rows',
    run: ({ rounds }) => benchCreate(rounds),
  },
  open: { what: 'open a ticket', run: (options) => reads('open', options) },
  queue: { what: 'a page of 50 of the queue, with the nearest promise', run: (options) => reads('queue', options) },
  search: { what: 'search', run: searches },
  due: { what: 'compute due times over a year of holidays', run: async () => dueTimes() },
  handled: {
    what: 'handle due clocks, also with a process killed, and count them afterwards',
    run: ({ rounds }) => benchHandled(Math.min(rounds, 3)),
  },
  memory: {
    what: 'memory of the server under 32 clients',
    run: async ({ size, data, rounds }) => benchMemory(size, await data.of(size), Math.min(rounds, 3)),
  },
  start: {
    what: 'start to the first answer, on existing data',
    run: async ({ size, data, rounds }) => benchStart(size, await data.of(size), rounds),
  },
  web: { what: 'size of the web console (of the last `npm run build`)', run: benchWeb },
};

const help = `Usage: npm run bench -- [--only ${Object.keys(benches).join(',')}] [--size N] [--against N] [--rounds N] [--data FOLDER]

${Object.entries(benches)
  .map(([name, { what }]) => `  ${name.padEnd(9)} ${what}`)
  .join('\n')}

  --only     which of them, by commas; otherwise all
  --size     tickets that are there for open, queue, search, memory and start; 10000 if not said (100000 takes minutes to fill, 1000000 half an hour)
  --against  a second, smaller size for open and queue: also prints the ratio of the two, as --size 1000000 --against 10000
  --rounds   how often each is measured; 5 if not said. Figures are medians, the spread is from the lowest to the highest
  --data     keeps the filled databases in this folder, for the next time

Each line ends with the machine's load average when it was measured. CPU and ratios tell more than times when others work beside it.`;

async function reads(kind: 'open' | 'queue', { size, against, rounds, data }: Options): Promise<Row[]> {
  const sizes: { size: number; dataDir: string }[] = [];
  for (const one of against === null ? [size] : [size, against]) sizes.push({ size: one, dataDir: await data.of(one) });
  return benchReads(kind, sizes, rounds);
}

async function searches({ size }: Options): Promise<Row[]> {
  const rows = await benchSearch({ size, characters: 400, fresh: 2_000 });
  return rows.map(({ words, p95Ms, medianMs, worstMs }) => ({
    what: `search at ${size.toLocaleString('en')}: ${words}`,
    measured: `p95 ${round(p95Ms)} ms`,
    spread: `median ${round(medianMs)}, worst ${round(worstMs)}`,
    ...(words.startsWith('two characters') && { target: '≤ 100 ms' }),
  }));
}

function dueTimes(): Row[] {
  const { perSecond, fastestNs, slowestNs } = benchDue();
  const spread = `${round(1e9 / slowestNs)}–${round(1e9 / fastestNs)}`;
  return [
    { what: 'due times a second, one core', measured: `${round(perSecond)} / s`, spread, target: '≥ 200,000 / s' },
  ];
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(benches).join(',') },
    size: { type: 'string', default: '10000' },
    against: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    data: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new Error(`--${name} takes a whole number from ${least}; it says ${text}`);
}

async function main(): Promise<void> {
  const chosen = values.only.split(',');
  const unknown = chosen.filter((name) => !(name in benches));
  if (unknown.length > 0) throw new Error(`--only takes ${Object.keys(benches).join(', ')}; not ${unknown.join(', ')}`);
  const size = wholeNumber('size', values.size, 1000);
  const against = values.against === undefined ? null : wholeNumber('against', values.against, 1000);
  const rounds = wholeNumber('rounds', values.rounds, 1);
  const data = new FilledData(values.data);
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  console.log(`${machine}, ${new Date().toISOString().slice(0, 16)}Z\n\n${tableHead}`);
  try {
    for (const name of chosen) {
      for (const row of (await benches[name]?.run({ size, against, rounds, data })) ?? []) console.log(tableLine(row));
    }
  } finally {
    data.close();
  }
}

if (values.help) console.log(help);
else await main();
