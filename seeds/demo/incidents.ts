import type { Context } from '../../src/server/context.ts';
import {
  closeIncident,
  linkTickets,
  openIncident,
  updateIncident,
  workTellings,
} from '../../src/server/features/incidents/index.ts';
import { type Engine, registerTicket } from '../../src/server/features/tickets/index.ts';
import type { Chance } from './random.ts';
import { resolutionAnswers, type Troupe } from './resolution.ts';
import { resolutionStories } from './resolution-stories.ts';
import type { Story } from './story.ts';

/** Two incidents: a failure of payments that goes on, with a dozen tickets, and one that was over a week ago. */

const minuteMs = 60_000;
const dayMs = 86_400_000;
type Customer = { name: string; contact: string };

export async function seedIncidents(
  context: Context,
  troupe: Troupe,
  chance: Chance,
  customers: readonly Customer[],
  end: number,
): Promise<void> {
  const teller = new Teller(context.engine, troupe, chance, customers);
  await past(teller, end - 8 * dayMs);
  await present(teller, end);
}

async function past(teller: Teller, start: number): Promise<void> {
  const whats = [
    '应用打不开，一直停在启动画面。',
    '登录不上，提示网络异常，换了网络也一样。',
    '应用闪退，订单查不了。',
  ];
  const tickets = await teller.register(whats, start, 4);
  const incident = await teller.open(start + 25 * minuteMs, {
    title: { zh: '应用登录异常', en: 'Signing in to the app fails' },
    impact: 'outage',
    words: ['登录', '打不开', '闪退'],
    message: {
      zh: '应用暂时无法登录，正在排查，网页端可正常使用。',
      en: 'The app cannot be opened just now; the website works.',
    },
  });
  await teller.link(start + 30 * minuteMs, incident, tickets);
  await teller.update(start + 70 * minuteMs, incident, {
    phase: 'identified',
    impact: 'outage',
    estimate: start + 150 * minuteMs,
    message: { zh: '已定位到登录服务的配置错误，正在回退。', en: 'A wrong setting was found and is being taken back.' },
  });
  await teller.close(start + 140 * minuteMs, incident, {
    message: { zh: '登录已恢复，给您带来不便，深表歉意。', en: 'Signing in works again. We are sorry.' },
    rootCause: '登录服务的新配置漏了一个地区',
    solution: '回退配置并补上检查',
  });
}

async function present(teller: Teller, end: number): Promise<void> {
  const whats = [
    '付款时一直转圈，最后提示支付失败，钱却扣了。',
    '付款失败三次，银行短信说扣款成功，订单没有生成。',
    '提交订单后无法付款，优惠快到期了。',
    '扣款两次，只有一个订单。',
  ];
  const start = end - 130 * minuteMs;
  const tickets = await teller.register(whats, start, 12);
  const incident = await teller.open(start + 45 * minuteMs, {
    title: { zh: '部分客户无法完成支付', en: 'Some payments fail' },
    impact: 'partial',
    words: ['付款', '支付', '扣款'],
    message: {
      zh: '部分客户付款失败或重复扣款，正在与支付机构排查。',
      en: 'Some payments fail or are taken twice. We are looking into it.',
    },
  });
  await teller.link(start + 55 * minuteMs, incident, tickets);
  await teller.update(start + 95 * minuteMs, incident, {
    phase: 'identified',
    impact: 'partial',
    estimate: end + 90 * minuteMs,
    message: {
      zh: '已定位到支付通道的证书问题，正在更换。重复扣款会原路退回，无需操作。',
      en: 'A certificate of the payment channel is at fault and being replaced. What was taken twice comes back by itself.',
    },
  });
}

type Said = { zh: string; en: string };

/** Does at a time of the past what people would have done then. */
class Teller {
  #now = 0;
  readonly #engine: Engine;
  readonly #troupe: Troupe;
  readonly #chance: Chance;
  readonly #customers: readonly Customer[];

  constructor(engine: Engine, troupe: Troupe, chance: Chance, customers: readonly Customer[]) {
    this.#engine = { ...engine, clock: { now: () => this.#now } };
    this.#troupe = troupe;
    this.#chance = chance;
    this.#customers = customers;
  }

  async register(whats: readonly string[], start: number, count: number): Promise<number[]> {
    const failure = resolutionStories.find(({ category }) => category === 'system-failure') as Story;
    const ids: number[] = [];
    for (let index = 0; index < count; index++) {
      this.#now = start + index * 3 * minuteMs;
      const { name, contact } = this.#chance.pick(this.#customers);
      const story = { ...failure, what: whats[index % whats.length] ?? failure.what };
      const answers = resolutionAnswers(story, this.#chance, name, contact, this.#now - minuteMs);
      const agent = this.#troupe.actor(this.#chance.pick(['chen', 'lin', 'wu', 'xu']));
      ids.push((await registerTicket(this.#engine, agent, { playbook: 'resolution-flow', answers })).ticketId);
    }
    return ids;
  }

  async open(
    at: number,
    body: { title: Said; impact: 'partial' | 'outage'; words: string[]; message: Said },
  ): Promise<number> {
    this.#now = at;
    const asked = { ...body, phase: 'investigating' as const, estimate: null };
    return (await openIncident(this.#engine, this.#troupe.actor('zhou'), asked)).id;
  }

  async link(at: number, incident: number, ids: number[]): Promise<void> {
    this.#now = at;
    await linkTickets(this.#engine, this.#troupe.actor('chen'), incident, { ids, numbers: [], tell: true });
    await this.#tell();
  }

  async update(
    at: number,
    incident: number,
    said: { phase: 'identified'; impact: 'partial' | 'outage'; estimate: number; message: Said },
  ): Promise<void> {
    this.#now = at;
    const estimate = new Date(said.estimate).toISOString();
    await updateIncident(this.#engine, this.#troupe.actor('zhou'), incident, { ...said, estimate, version: null });
    await this.#tell();
  }

  async close(
    at: number,
    incident: number,
    said: { message: Said; rootCause: string; solution: string },
  ): Promise<void> {
    this.#now = at;
    const body = { ...said, outcome: 'resolved' as const, version: null };
    await closeIncident(this.#engine, this.#troupe.actor('zhou'), incident, body);
    await this.#tell();
  }

  async #tell(): Promise<void> {
    while ((await workTellings(this.#engine)) !== null);
  }
}
