import type { Player } from './player.ts';
import type { Chance } from './random.ts';
import type { Troupe } from './resolution.ts';

/** What goes wrong on the way of a ticket: each false when the present is reached before it is over. */

type Stage = { player: Player; chance: Chance; troupe: Troupe };
const hourMs = 3_600_000;

/** Given back for what was not asked, which the agent then asks; it is for the caller to hand it off again. */
export async function bounced(
  { player, chance, troupe }: Stage,
  { agent, owner, fields }: { agent: string; owner: string; fields: readonly string[] },
): Promise<boolean> {
  const field = chance.pick(fields);
  await player.do(troupe.actor(owner), {
    do: 'bounce',
    reason: 'missing-field',
    fields: [field],
    note: chance.pick(['查不到对应的记录，请向客户问清再传', '缺这一项没法定位，补齐后马上处理']),
  });
  if (!(await player.after(chance.between(6, 40)))) return false;
  await player.do(troupe.actor(agent), {
    do: 'add-note',
    note: '已回电问清，补在备注里：客户按订单上的收货信息核对过',
  });
  return player.after(chance.between(2, 10));
}

/** The customer asks again, and hears how far it is. */
export async function chased(
  { player, chance, troupe }: Stage,
  { agent, via, answer }: { agent: string; via: string; answer: string },
): Promise<boolean> {
  const message = chance.pick(['说好今天有消息，一直没接到电话', '再催一下，家里等着用', '请给个准确的时间']);
  await player.do(troupe.actor(agent), { do: 'chase', message });
  if (!(await player.after(chance.between(5, 90)))) return false;
  const told = `已帮您催过，${answer}，有结果马上告诉您。`;
  await player.do(troupe.actor(agent), { do: 'inform-customer', kind: 'progress', via, message: told, eta: null });
  return true;
}

/** More time, after the customer has been told, as long as the promise still runs. */
export async function extended(
  { player, chance, troupe }: Stage,
  { agent, owner, via }: { agent: string; owner: string; via: string },
): Promise<void> {
  const run = player.running('resolution');
  if (run === null) return;
  const due = run + chance.pick([8, 12, 24]) * hourMs;
  const why = chance.pick(['配件在途，要晚一天到', '要等供应商给出检测结果']);
  const message = `${why}，完成时间需要顺延，到时我们主动联系您。`;
  await player.do(troupe.actor(agent), { do: 'inform-customer', kind: 'delay', via, message, eta: due });
  await player.do(troupe.actor(owner), {
    do: 'extend',
    clock: 'resolution',
    subject: null,
    due,
    reason: `${why}，客户已同意`,
  });
}
