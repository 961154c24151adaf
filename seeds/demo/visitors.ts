import type { Actor } from '../../src/domain/ticket/actor.ts';
import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import type { Context } from '../../src/server/context.ts';
import { registerTicket } from '../../src/server/features/tickets/index.ts';
import { Player } from './player.ts';
import type { Chance } from './random.ts';
import { resolutionAnswers, type Troupe } from './resolution.ts';
import { resolutionStories } from './resolution-stories.ts';

/** What customers do by themselves: one whose request waits for its survey on the public page, and some who report the same twice. */

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** Whoever looks around answers the survey in this customer's place. */
export const visitorContact = '13800000000';

/** @returns number of a request from the public page that is solved, told, and not yet rated. */
export async function seedVisitor(context: Context, troupe: Troupe, end: number): Promise<string> {
  const start = end - 5 * hourMs;
  const visitor: Actor = { kind: 'customer', id: 0 };
  const { ticketId } = await registerTicket({ ...context.engine, clock: { now: () => start } }, visitor, {
    playbook: 'huiyin',
    channel: 'online',
    answers: {
      'customer-name': '苏晴',
      'customer-contact': visitorContact,
      channel: 'online',
      'customer-standing': 'new',
      'customer-type': 'existing',
      'first-category': 'logistics',
      description: '上周买的净水器说好前天送到，物流停在中转站两天没有动。',
      expectation: '告诉我到底哪天能送到',
    },
  });
  const player = new Player(context.engine, ticketId, start, end);
  for (const [minutes, login, command] of visitorStory(troupe, start)) {
    await player.after(minutes);
    await player.do(troupe.actor(login), command);
  }
  await player.after((end - player.now) / minuteMs);
  return player.number();
}

function visitorStory(troupe: Troupe, start: number): [minutes: number, login: string, command: TicketCommand][] {
  const iso = (hours: number) => new Date(start + hours * hourMs).toISOString();
  const form = (id: string, answers: Extract<TicketCommand, { do: 'submit-form' }>['answers']): TicketCommand => ({
    do: 'submit-form',
    form: id,
    answers,
  });
  const tell = (kind: 'response' | 'progress' | 'result', message: string, eta: number | null): TicketCommand => ({
    do: 'inform-customer',
    kind,
    via: 'online',
    message,
    eta,
  });
  return [
    [6, 'chen', tell('response', '您好，已收到，马上请物流同事查这一单，两小时内给您回复。', null)],
    [
      6,
      'chen',
      form('handoff-template', {
        // A question about where it is: nothing that others would have to agree on.
        category: 'consultation',
        priority: 'normal',
        'priority-reason': '已超过约定送达日两天，客户在家等',
        scenario: '上周下单净水器，约定前天送达，物流停在中转站',
        'core-demands': ['确定送达日期'],
        'preliminary-judgement': '可能在中转站漏装车',
        'promised-already': '两小时内回复',
        department: 'logistics',
        owner: troupe.id('zhao'),
        requirement: '查清停在哪里，给出准确的送达日期',
        deadline: iso(20),
      }),
    ],
    [12, 'zhao', { do: 'accept', plan: '联系中转站清点滞留件', eta: start + 6 * hourMs }],
    [10, 'chen', tell('progress', '物流正在请中转站清点，今天内给您准确日期。', start + 6 * hourMs)],
    [
      50,
      'zhao',
      form('analysis', {
        'root-cause': '中转站标签破损，没有扫上车',
        'cause-kind': 'supplier',
        solution: '重新贴标，今天装车，明天上午送达',
        expected: iso(5),
        collaboration: 'none',
      }),
    ],
    [40, 'zhao', form('execution', { steps: ['重新贴标', '装上今天的班车'], result: '已装车，明天上午送达' })],
    [20, 'chen', form('verification', { how: '在物流系统里看到装车扫描', 'is-verified': true })],
    [5, 'chen', tell('result', '您的净水器已重新装车，明天上午送到，送前会给您打电话。', null)],
  ];
}

/** Reported by phone and again an hour or two later: the second one is closed as what it is. */
export async function seedDuplicates(
  context: Context,
  troupe: Troupe,
  chance: Chance,
  customers: readonly { name: string; contact: string }[],
  end: number,
): Promise<void> {
  for (const hoursAgo of [30, 76, 150, 260]) {
    const { name, contact } = chance.pick(customers);
    const story = chance.pick(resolutionStories);
    const [login, other] = chance.pick([
      ['chen', 'lin'],
      ['wu', 'xu'],
    ] as const);
    const register = async (who: string, at: number) => {
      const engine = { ...context.engine, clock: { now: () => at } };
      const answers = resolutionAnswers(story, chance, name, contact, at);
      const { ticketId } = await registerTicket(engine, troupe.actor(who), { playbook: 'resolution-flow', answers });
      return new Player(context.engine, ticketId, at, end);
    };
    const start = end - hoursAgo * hourMs;
    const first = await register(login, start);
    const again = await register(other, start + chance.between(50, 120) * minuteMs);
    await again.after(12);
    const note = '同一位客户、同一件事，上一次登记的正在处理';
    await again.do(troupe.actor('zhou'), {
      do: 'dismiss',
      reason: 'duplicate',
      duplicateOf: await first.number(),
      note,
    });
    await first.after((end - first.now) / minuteMs);
  }
}
