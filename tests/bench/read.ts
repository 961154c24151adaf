import { createPool, type DatabasePool } from '../../src/server/database/pool.ts';
import { writeCursor } from '../../src/server/features/tickets/list-tickets.ts';
import { type LoadRequest, load, type Measured, measure } from './load.ts';
import { figure, type Row } from './table.ts';
import { startWorld, type World } from './world.ts';

const clients = 8;
const seconds = 4;
const warmUpSeconds = 3;
const sampleSize = 4_000;

/** Each row: what is asked for, from what is there, and how much CPU it may cost. */
type Reading = { what: string; target: string; requests(db: DatabasePool, world: World): Promise<LoadRequest[]> };

const target = '≤ 2.5 ms';

export const readings: Record<'open' | 'queue', Reading[]> = {
  open: [{ what: 'open a ticket', target: '≤ 1.5 ms', requests: async (db) => [get(anyOf(await ticketPaths(db)))] }],
  queue: [
    { what: 'queue page of 50, from anywhere', target, requests: async (db) => [get(anyOf(await pages(db)))] },
    { what: 'queue page of 50, the first again and again', target, requests: async () => [get(firstPage)] },
    {
      what: "queue page of 50, a department's contact",
      target,
      requests: async (_db, { departmentToken: token }) => [{ ...get(firstPage), token }],
    },
    {
      what: 'queue page of 50, other orders',
      target: '',
      requests: async () => ['received', '-received', 'priority'].map((sort) => get(`${firstPage}&sort=${sort}`)),
    },
  ],
};

const firstPage = '/api/v1/tickets?limit=50';
const get = (path: LoadRequest['path']): LoadRequest => ({ method: 'GET', path });

/** Any of them, as often as it is asked. */
function anyOf(paths: readonly string[]): () => string {
  let next = 0;
  return () => paths[next++ % paths.length] ?? '';
}

async function ticketPaths(db: DatabasePool): Promise<string[]> {
  const { rows } = await db.query<{ id: number }>('select id from ticket order by random() limit $1', [sampleSize]);
  return rows.map(({ id }) => `/api/v1/tickets/${id}`);
}

/** Half of all open tickets, half of one department's; the page begins after a ticket picked by chance. */
async function pages(db: DatabasePool): Promise<string[]> {
  const { rows } = await db.query<{ id: number; due: string; department: string | null }>(
    `select id, next_due_at::text as due, department from ticket where status <> 'closed' order by random() limit $1`,
    [sampleSize],
  );
  return rows.map(({ id, due, department }, n) => {
    const after = writeCursor('due', { value: due, id });
    return `${firstPage}&after=${after}${n % 2 === 1 && department ? `&department=${department}` : ''}`;
  });
}

type Sized = { size: number; dataDir: string };

/** At one size, or at two in turn, which gives a ratio that the machine's other work falls on alike. */
export async function benchReads(kind: keyof typeof readings, sizes: readonly Sized[], rounds: number): Promise<Row[]> {
  const worlds: World[] = [];
  try {
    for (const { dataDir } of sizes) worlds.push(await startWorld({ dataDir, clocks: 'off' }));
    const rows: Row[] = [];
    for (const reading of readings[kind]) rows.push(...(await readingRows(reading, sizes, worlds, rounds)));
    return rows;
  } finally {
    for (const world of worlds) await world.stop();
  }
}

async function readingRows(
  { what, target, requests }: Reading,
  sizes: readonly Sized[],
  worlds: readonly World[],
  rounds: number,
): Promise<Row[]> {
  const asked: LoadRequest[][] = [];
  for (const world of worlds) asked.push(await withDatabase(world, (db) => requests(db, world)));
  const measured: Measured[][] = worlds.map(() => []);
  for (const [at, world] of worlds.entries()) await load(world, clients, warmUpSeconds, asked[at] ?? []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, world] of worlds.entries())
      measured[at]?.push(await measure(world, clients, seconds, asked[at] ?? []));
  }
  const rows = sizes.flatMap(({ size }, at) =>
    sizeRows(`${what}, at ${size.toLocaleString('en')} tickets`, measured[at] ?? [], target),
  );
  const [first = [], second] = measured;
  if (!second) return rows;
  const names = sizes.map(({ size }) => size.toLocaleString('en')).join(' vs ');
  const ratio = (of: (one: Measured) => number) => first.map((one, i) => of(one) / of(second[i] ?? one));
  return [
    ...rows,
    figure(
      `${what}: CPU at ${names}`,
      ratio(({ cpuMs }) => cpuMs.total),
      ' ×',
      '≤ 1.5 ×',
    ),
    figure(
      `${what}: median time at ${names}`,
      ratio(({ medianMs }) => medianMs),
      ' ×',
      '≤ 1.5 ×',
    ),
  ];
}

function sizeRows(what: string, rounds: readonly Measured[], target: string): Row[] {
  const of = (value: (one: Measured) => number) => rounds.map(value);
  return [
    figure(
      `${what}: CPU`,
      of(({ cpuMs }) => cpuMs.total),
      ' ms',
      target,
    ),
    figure(
      `${what}: median time, 8 clients`,
      of(({ medianMs }) => medianMs),
      ' ms',
    ),
  ];
}

export async function withDatabase<T>({ databaseUrl }: World, work: (db: DatabasePool) => Promise<T>): Promise<T> {
  const pool = createPool({ connection: { connectionString: databaseUrl }, size: 1, statementTimeoutMs: 600_000 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
