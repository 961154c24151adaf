import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benchCreate } from './create.ts';
import { benchDue } from './due.ts';
import { median, round, spread } from './load.ts';
import { benchSearch } from './search.ts';
import { startWorld } from './world.ts';

/** `npm run bench -- [--only create,due,search] [--size 10000]`: a table of figures with their spread, measured here. */
type Row = { what: string; measured: string; spread: string; target: string };

const port = 7391;
const { values } = parseArgs({
  options: { only: { type: 'string', default: 'create,due,search' }, size: { type: 'string', default: '10000' } },
});
const size = Number(values.size);
if (!Number.isInteger(size) || size < 1000) throw new Error('--size takes a whole number from 1000');

const benches: Record<string, () => Promise<Row[]>> = {
  create: async () => {
    const world = await startWorld(port);
    try {
      const rounds = await benchCreate(world);
      const ratios = rounds.map(({ ratio }) => ratio);
      const cpu = rounds.map(({ cpuMs }) => cpuMs.total);
      return [
        {
          what: 'create a ticket, vs the bare route',
          measured: `${round(median(ratios))}`,
          spread: spread(ratios),
          target: '≥ 0.5',
        },
        {
          what: 'the same, CPU of server and database',
          measured: `${round(median(cpu))} ms`,
          spread: spread(cpu),
          target: '≤ 2 ms',
        },
      ];
    } finally {
      await world.stop();
    }
  },
  due: async () => {
    const { perSecond, fastestNs, slowestNs } = benchDue();
    const between = `${round(1e9 / slowestNs)}–${round(1e9 / fastestNs)}`;
    return [
      {
        what: 'due times over a year of holidays',
        measured: `${round(perSecond)} / s`,
        spread: between,
        target: '≥ 200,000 / s',
      },
    ];
  },
  search: async () => {
    const rows = await benchSearch({ size, characters: 400, fresh: 2_000 });
    return rows.map(({ words, p95Ms, medianMs, worstMs }) => ({
      what: `search at ${size}: ${words}`,
      measured: `p95 ${round(p95Ms)} ms`,
      spread: `median ${round(medianMs)}, worst ${round(worstMs)}`,
      target: words.startsWith('two characters') ? '≤ 100 ms' : '',
    }));
  },
};

const chosen = values.only.split(',');
const unknown = chosen.filter((name) => !(name in benches));
if (unknown.length > 0) throw new Error(`--only takes ${Object.keys(benches).join(', ')}; not ${unknown.join(', ')}`);
console.log(
  `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
);
console.log('| what | measured | spread | target |\n| --- | --- | --- | --- |');
for (const name of chosen) {
  for (const row of (await benches[name]?.()) ?? []) {
    console.log(`| ${row.what} | ${row.measured} | ${row.spread} | ${row.target} |`);
  }
}
