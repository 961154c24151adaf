import { load, median, round, spread } from './load.ts';
import type { World } from './world.ts';

const clients = 8;
const sentence =
  '今天上午在应用里付款时一直提示系统繁忙，钱被扣了两次，订单却没有生成，打了客服电话也没有人接听，希望尽快退款并说明原因。';

/** 400 characters that differ from one another as customers' do. */
export function text400(): string {
  let text = '';
  while (text.length < 400) {
    const from = Math.floor(Math.random() * 30);
    text += sentence.slice(from) + String.fromCharCode(0x4e00 + Math.floor(Math.random() * 8000));
  }
  return text.slice(0, 400);
}

export function ticketBody() {
  const phone = `138${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
  const answers = { 'customer-name': '测试客户', 'customer-contact': phone, channel: 'email', phenomenon: text400() };
  return { playbook: 'resolution-flow', answers };
}

export type CreateResult = {
  ratios: number[];
  perSecond: number[];
  barePerSecond: number[];
  cpuMs: number[];
  bareCpuMs: number[];
};

/** The two in turn, several times, so that a machine whose speed drifts slows both. */
export async function benchCreate(world: World, rounds = 3, seconds = 5): Promise<CreateResult> {
  const result: CreateResult = { ratios: [], perSecond: [], barePerSecond: [], cpuMs: [], bareCpuMs: [] };
  for (const path of ['/bare', '/api/v1/tickets'])
    await load(world.url, world.token, clients, 2, { method: 'POST', path, body: ticketBody });
  for (let i = 0; i < rounds; i++) {
    const bare = await measured(world, '/bare', seconds);
    const own = await measured(world, '/api/v1/tickets', seconds);
    result.ratios.push(own.perSecond / bare.perSecond);
    result.perSecond.push(own.perSecond);
    result.barePerSecond.push(bare.perSecond);
    result.cpuMs.push(own.cpuMs);
    result.bareCpuMs.push(bare.cpuMs);
  }
  return result;
}

async function measured(world: World, path: string, seconds: number) {
  const before = world.cpuMs();
  const { perSecond, requests, failed } = await load(world.url, world.token, clients, seconds, {
    method: 'POST',
    path,
    body: ticketBody,
  });
  if (failed > 0) throw new Error(`${failed} requests to ${path} failed`);
  const after = world.cpuMs();
  return { perSecond, cpuMs: (after.server - before.server + after.database - before.database) / requests };
}

if (import.meta.main) {
  const { startWorld } = await import('./world.ts');
  const world = await startWorld(7391);
  const result = await benchCreate(world);
  console.log(
    `ratio ${round(median(result.ratios))} (${spread(result.ratios)}), ${round(median(result.perSecond))}/s vs ${round(median(result.barePerSecond))}/s, CPU ${round(median(result.cpuMs))} vs ${round(median(result.bareCpuMs))} ms`,
  );
  await world.stop();
}
