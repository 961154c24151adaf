import type { Actor } from '../../src/domain/ticket/actor.ts';
import type { Answers } from '../../src/domain/ticket/events.ts';
import type { Player } from './player.ts';
import type { Chance } from './random.ts';
import { dissatisfiedRemarks, notes, satisfiedRemarks } from './remarks.ts';
import type { Story } from './story.ts';
import { topicOf } from './topics.ts';
import { bounced, chased, extended } from './troubles.ts';

export type Troupe = { actor(login: string): Actor; id(login: string): number };
const iso = (at: number) => new Date(at).toISOString();
const hourMs = 3_600_000;

export function resolutionAnswers(story: Story, chance: Chance, name: string, contact: string, at: number): Answers {
  return {
    'customer-name': name,
    'customer-contact': contact,
    'customer-type': chance.next() < 0.85 ? 'individual' : 'company',
    channel: story.channel,
    'received-at': iso(at),
    'occurred-when': chance.pick(['今天上午', '昨天下午三点左右', '前天晚上', '这周一开始']),
    'occurred-where': story.where,
    phenomenon: story.what,
    'expected-result': story.wish,
    'order-number': `QH${chance.between(10_000_000, 99_999_999)}`,
  };
}

/** The seven steps. `pace` stretches them: above one promises are missed. Stops where the present is reached. */
export async function playResolution(
  player: Player,
  story: Story,
  chance: Chance,
  troupe: Troupe,
  pace: number,
): Promise<void> {
  const supervisor = chance.pick(['zhou', 'he']);
  const agent = chance.pick(['chen', 'lin', 'wu', 'xu']);
  const form = (login: string, id: string, answers: Answers) =>
    player.do(troupe.actor(login), { do: 'submit-form', form: id, answers });
  const wait = (low: number, high: number) => player.after(chance.between(low, high) * pace);

  if (!(await wait(8, 40))) return;
  await form(supervisor, 'classification', {
    category: story.category,
    priority: story.priority === 'low' ? 'normal' : story.priority,
    'priority-reason': story.reason,
    topic: topicOf(story),
    reach: chance.pick(['one', 'one', 'several']),
    'suggested-department': story.department,
  });
  const isHard = chance.next() < 0.12;
  for (let cycle = 1; cycle <= (isHard ? 2 : 1); cycle++) {
    const owner = chance.pick(story.owners);
    if (!(await wait(5, 25))) return;
    const assign = () =>
      form(supervisor, 'task-order', {
        department: story.department,
        owner: troupe.id(owner),
        requirement: cycle === 1 ? '查清原因，给出方案，并向客服同步' : '客户不满意，请复核方案并在期限前彻底解决',
        deadline: iso(player.now + (story.priority === 'urgent' ? 18 : 40) * hourMs),
      });
    await assign();
    if (!(await wait(15, 70))) return;
    if (cycle === 1 && chance.next() < 0.07) {
      if (!(await bounced({ player, chance, troupe }, { agent, owner, fields: ['order-number', 'occurred-where'] })))
        return;
      await assign();
      if (!(await wait(15, 40))) return;
    }
    await player.do(troupe.actor(owner), { do: 'accept', plan: story.progress, eta: null });
    if (chance.next() < 0.4) await player.do(troupe.actor(agent), { do: 'add-note', note: chance.pick(notes) });
    if (!(await wait(40, 240))) return;
    if (
      chance.next() < 0.12 &&
      !(await chased({ player, chance, troupe }, { agent, via: 'phone', answer: story.progress }))
    )
      return;
    if (chance.next() < 0.15 && !(await askCustomer(player, chance, troupe, agent))) return;
    await form(owner, 'analysis-report', {
      methods: chance.pick([['data'], ['reproduction', 'data'], ['colleagues'], ['customer', 'data']]),
      'root-cause': story.cause,
      'cause-kind': story.kind,
      solution: story.solution,
      eta: iso(player.now + 8 * hourMs),
      collaboration: 'none',
    });
    await player.do(troupe.actor(agent), {
      do: 'inform-customer',
      kind: 'progress',
      via: 'phone',
      message: story.progress,
      eta: null,
    });
    if (story.priority === 'normal' && chance.next() < 0.3)
      await extended({ player, chance, troupe }, { agent, owner, via: 'phone' });
    if (!(await wait(60, 420))) return;
    await player.do(troupe.actor(owner), {
      do: 'record-progress',
      done: story.solution,
      customerWords: '',
      nextStep: '验证效果',
      from: null,
      to: null,
    });
    if (!(await wait(30, 200))) return;
    await form(owner, 'execution-record', {
      steps: story.solution.split(/[，、]/),
      'finished-at': iso(player.now),
      verification: ['data'],
      'verification-result': '按原步骤复核，问题未再出现',
      verified: true,
    });
    if (!(await wait(10, 90))) return;
    await player.do(troupe.actor(agent), {
      do: 'inform-customer',
      kind: 'result',
      via: 'phone',
      message: story.result,
      eta: null,
    });
    if (!(await wait(20, 600))) return;
    const isDissatisfied = isHard && cycle === 1;
    await form(agent, 'callback-record', {
      'called-at': iso(player.now),
      'called-via': 'phone',
      solved: isDissatisfied ? 'partly' : 'fully',
      rating: isDissatisfied ? 'dissatisfied' : chance.pick(['satisfied', 'satisfied', 'basically-satisfied']),
      remark: isDissatisfied ? chance.pick(dissatisfiedRemarks) : chance.pick(satisfiedRemarks),
    });
  }
  if (!(await wait(200, 1500))) return;
  await form(supervisor, 'archive-checklist', { 'is-complete': true, review: 'none' });
}

async function askCustomer(player: Player, chance: Chance, troupe: Troupe, agent: string): Promise<boolean> {
  const actor = troupe.actor(agent);
  await player.do(actor, {
    do: 'inform-customer',
    kind: 'question',
    via: 'phone',
    message: '请您补充一张问题现象的照片，今天之内发给我们即可。',
    eta: null,
  });
  await player.do(actor, {
    do: 'start-wait',
    for: 'customer',
    until: player.now + 12 * hourMs,
    reason: '等客户补充照片',
  });
  if (!(await player.after(chance.between(30, 400)))) return false;
  await player.do(actor, { do: 'record-reply', via: 'phone', message: '照片已经发到你们微信了。' });
  return true;
}
