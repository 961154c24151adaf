import { ticketBody } from './create.ts';
import { type LoadRequest, load } from './load.ts';
import { readings, withDatabase } from './read.ts';
import { createLanguage } from './search-language.ts';
import { figure, type Row } from './table.ts';
import { startWorld, type World } from './world.ts';

const clients = 32;
const seconds = 20;
const sampleEveryMs = 100;

/** Resident memory of the server, clocks and jobs included, while 32 clients read, search and register. */
export async function benchMemory(size: number, dataDir: string, rounds: number): Promise<Row[]> {
  const world = await startWorld({ dataDir });
  try {
    const requests = await mixture(world);
    const before = world.rssMb();
    const peaks: number[] = [];
    for (let round = 0; round < rounds; round++) peaks.push(await peakUnder(world, requests));
    const what = `server memory at ${size.toLocaleString('en')} tickets`;
    return [
      figure(`${what}, after the start`, [before], ' MB'),
      figure(`${what}, 32 clients, highest`, peaks, ' MB', '≤ 300 MB'),
    ];
  } finally {
    await world.stop();
  }
}

async function peakUnder(world: World, requests: readonly LoadRequest[]): Promise<number> {
  let peak = 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, world.rssMb());
  }, sampleEveryMs);
  await load(world, clients, seconds, requests).finally(() => clearInterval(sampling));
  return peak;
}

/** Of each client's ten requests four open a ticket, four page through queues, one searches and one registers. */
async function mixture(world: World): Promise<LoadRequest[]> {
  const first = (kind: keyof typeof readings) =>
    withDatabase(world, async (db) => (await readings[kind][0]?.requests(db, world))?.[0]);
  const open = await first('open');
  const queue = await first('queue');
  if (!open || !queue) throw new Error('nothing to ask for');
  const language = createLanguage(400);
  let asked = 0;
  const path = () => `/api/v1/tickets/search?q=${encodeURIComponent(language.word(7 * asked++))}`;
  const create: LoadRequest = { method: 'POST', path: '/api/v1/tickets', body: ticketBody };
  return [open, queue, open, queue, { method: 'GET', path }, open, queue, open, queue, create];
}
