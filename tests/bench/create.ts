import { load } from './load.ts';
import { benchPlaybookId } from './playbook.ts';
import { createLanguage } from './search-language.ts';
import type { World } from './world.ts';

const clients = 8;
const characters = 400;
/** Requests each of the two gets before anything is measured: both run at their full speed then. */
const warmUps = 5_000;

let bodies: string[] = [];
let sent = 0;

/** A demand of 400 Chinese characters by somebody new. Texts are made beforehand: making them is no part of the measured load. */
export function ticketBody(): string {
  if (bodies.length === 0) {
    const language = createLanguage(characters);
    bodies = Array.from({ length: 2_000 }, (_, seed) => bodyOf(language.text(seed).slice(0, characters)));
  }
  sent++;
  const phone = `13${String(sent).padStart(9, '0')}`;
  return (bodies[sent % bodies.length] ?? '').replace('<phone>', phone);
}

function bodyOf(phenomenon: string): string {
  const answers = { 'customer-name': '测试客户', 'customer-contact': '<phone>', channel: 'email', phenomenon };
  return JSON.stringify({ playbook: benchPlaybookId, answers });
}

export type CreateRound = { ratio: number; perSecond: number; barePerSecond: number; cpuMs: Cpu; bareCpuMs: Cpu };
type Cpu = { server: number; database: number; total: number };

/** The two in turn, several times, so that a machine whose speed drifts slows both. */
export async function benchCreate(world: World, rounds = 3, seconds = 5): Promise<CreateRound[]> {
  await warmUp(world, '/api/v1/tickets');
  await warmUp(world, '/bare');
  const results: CreateRound[] = [];
  for (let i = 0; i < rounds; i++) {
    const bare = await measured(world, '/bare', seconds);
    const own = await measured(world, '/api/v1/tickets', seconds);
    results.push({
      ratio: own.perSecond / bare.perSecond,
      perSecond: own.perSecond,
      barePerSecond: bare.perSecond,
      cpuMs: own.cpuMs,
      bareCpuMs: bare.cpuMs,
    });
  }
  return results;
}

async function warmUp(world: World, path: string): Promise<void> {
  const longestMs = 30_000;
  const began = performance.now();
  for (let done = 0; done < warmUps && performance.now() - began < longestMs; )
    done += (await load(world.url, world.token, clients, 2, { method: 'POST', path, body: ticketBody })).requests;
}

async function measured(world: World, path: string, seconds: number): Promise<{ perSecond: number; cpuMs: Cpu }> {
  const request = { method: 'POST', path, body: ticketBody } as const;
  const before = world.cpuMs();
  const { perSecond, requests, failed } = await load(world.url, world.token, clients, seconds, request);
  if (failed > 0) throw new Error(`${failed} requests to ${path} failed`);
  const after = world.cpuMs();
  const server = (after.server - before.server) / requests;
  const database = (after.database - before.database) / requests;
  return { perSecond, cpuMs: { server, database, total: server + database } };
}
