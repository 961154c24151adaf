import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { figure, type Row } from './table.ts';
import { benchEnv, ended, processCpuMs, spawnProgram, startWorld, type World } from './world.ts';

const longestMs = 60_000;
const askEveryMs = 5;

/** From the start of the process to the first page of the queue, on data that is there: what somebody waits for after an update. */
export async function benchStart(size: number, dataDir: string, rounds: number): Promise<Row[]> {
  // A port that was free just now: what is started has not said yet where it listens.
  const { token, url } = await seen(dataDir);
  const { port } = new URL(url);
  const took: number[] = [];
  const cpu: number[] = [];
  // The first start fills the cache of compiled code, as the start before an ordinary one did.
  for (let round = -1; round < rounds; round++) {
    const began = performance.now();
    const server = spawnProgram('src/server/main.ts', [], benchEnv(dataDir, { PORT: port }));
    await answered(server, `${url}/api/v1/tickets?limit=50`, token);
    if (round >= 0) took.push(performance.now() - began);
    if (round >= 0) cpu.push(processCpuMs(server.pid ?? 0));
    await ended(server);
  }
  const what = `start to first answer, ${size.toLocaleString('en')} tickets there`;
  return [
    figure(what, took.map(inSeconds), ' s', '≤ 3 s'),
    figure(`${what}: CPU of the server`, cpu.map(inSeconds), ' s'),
  ];
}

const inSeconds = (ms: number) => ms / 1000;

async function seen(dataDir: string): Promise<Pick<World, 'token' | 'url'>> {
  const world = await startWorld({ dataDir, clocks: 'off' });
  await world.stop();
  return world;
}

async function answered(server: ChildProcess, url: string, token: string): Promise<void> {
  const deadline = performance.now() + longestMs;
  const headers = { authorization: `Bearer ${token}` };
  while (performance.now() < deadline && server.exitCode === null) {
    // Until it listens every attempt is refused.
    const status = await fetch(url, { headers }).then(
      (reply) => reply.arrayBuffer().then(() => reply.status),
      () => 0,
    );
    if (status === 200) return;
    await delay(askEveryMs);
  }
  throw new Error('the server did not answer');
}
