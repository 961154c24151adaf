import { load, type Measured, measure } from './load.ts';
import { benchPlaybookId } from './playbook.ts';
import { createLanguage } from './search-language.ts';
import { figure, type Row } from './table.ts';
import { startWorld, type World } from './world.ts';

const clients = 8;
const characters = 400;
/** Requests each of the two gets before anything is measured: both run at their full speed then. */
const warmUps = 5_000;
const seconds = 5;

let bodies: string[] = [];
let sent = 0;

/** A demand of 400 Chinese characters by somebody new. Texts are made beforehand: making them is no part of the measured load. */
export function ticketBody(): string {
  if (bodies.length === 0) {
    const language = createLanguage(characters);
    bodies = Array.from({ length: 2_000 }, (_, seed) => bodyOf(language.text(seed).slice(0, characters)));
  }
  sent++;
  const phone = `15${String(sent).padStart(9, '0')}`;
  return (bodies[sent % bodies.length] ?? '').replace('<phone>', phone);
}

function bodyOf(phenomenon: string): string {
  const answers = { 'customer-name': '测试客户', 'customer-contact': '<phone>', channel: 'email', phenomenon };
  return JSON.stringify({ playbook: benchPlaybookId, answers });
}

/** The product and the bare route in turn, several times, so that a machine whose speed drifts slows both. */
export async function benchCreate(rounds: number): Promise<Row[]> {
  const world = await startWorld();
  try {
    await warmUp(world, '/api/v1/tickets');
    await warmUp(world, '/bare');
    const own: Measured[] = [];
    const bare: Measured[] = [];
    for (let i = 0; i < rounds; i++) {
      bare.push(await measure(world, clients, seconds, [post('/bare')]));
      own.push(await measure(world, clients, seconds, [post('/api/v1/tickets')]));
    }
    const ratios = own.map(({ perSecond }, i) => perSecond / (bare[i]?.perSecond ?? 0));
    const cpuRatios = own.map(({ cpuMs }, i) => cpuMs.total / (bare[i]?.cpuMs.total ?? 0));
    return [
      figure('create a ticket, 8 clients, vs the bare route', ratios, '', '≥ 0.5'),
      figure('the same: CPU of server and database', cpuOf(own), ' ms', '≤ 2 ms'),
      figure('the same: of which the database', databaseOf(own), ' ms'),
      figure('the same: tickets a second', perSecond(own), ' / s'),
      figure(
        'the same: 95 % answered within',
        own.map(({ p95Ms }) => p95Ms),
        ' ms',
      ),
      figure('the bare route: CPU of server and database', cpuOf(bare), ' ms'),
      figure('the bare route: requests a second', perSecond(bare), ' / s'),
      figure('CPU of a ticket vs the bare route', cpuRatios, ' ×'),
    ];
  } finally {
    await world.stop();
  }
}

const cpuOf = (rounds: readonly Measured[]) => rounds.map(({ cpuMs }) => cpuMs.total);
const databaseOf = (rounds: readonly Measured[]) => rounds.map(({ cpuMs }) => cpuMs.database);
const perSecond = (rounds: readonly Measured[]) => rounds.map((round) => round.perSecond);
const post = (path: string) => ({ method: 'POST', path, body: ticketBody }) as const;

async function warmUp(world: World, path: string): Promise<void> {
  const longestMs = 30_000;
  const began = performance.now();
  for (let done = 0; done < warmUps && performance.now() - began < longestMs; )
    done += (await load(world, clients, 2, [post(path)])).requests;
}
