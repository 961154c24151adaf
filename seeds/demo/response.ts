import type { Answers } from '../../src/domain/ticket/events.ts';
import type { Player } from './player.ts';
import type { Chance } from './random.ts';
import { dissatisfiedRemarks, satisfiedRemarks } from './remarks.ts';
import type { Troupe } from './resolution.ts';
import type { Story } from './story.ts';
import { topicOf } from './topics.ts';
import { bounced, chased } from './troubles.ts';

export function responseAnswers(story: Story, chance: Chance, name: string, contact: string, at: number): Answers {
  return {
    'customer-name': name,
    'customer-contact': contact,
    'customer-type': chance.pick(['new', 'existing', 'existing']),
    'preferred-channel': chance.pick(['phone', 'sms', 'online']),
    channel: story.channel,
    'received-at': new Date(at).toISOString(),
    category: story.category,
    priority: priorityOf(story),
    ...(story.priority === 'urgent' ? { 'priority-reason': story.reason } : {}),
    description: story.what,
    expectation: story.wish,
  };
}

const priorityOf = (story: Story) => (story.priority === 'important' ? 'normal' : story.priority);

/** The five steps of the quick line. */
export async function playResponse(
  player: Player,
  story: Story,
  chance: Chance,
  troupe: Troupe,
  pace: number,
): Promise<void> {
  const agent = chance.pick(['chen', 'lin', 'wu', 'xu']);
  const form = (login: string, id: string, answers: Answers) =>
    player.do(troupe.actor(login), { do: 'submit-form', form: id, answers });
  const wait = (low: number, high: number) => player.after(chance.between(low, high) * pace);
  const isHard = chance.next() < 0.1;
  for (let cycle = 1; cycle <= (isHard ? 2 : 1); cycle++) {
    const owner = chance.pick(story.owners);
    if (!(await wait(2, 10))) return;
    const assign = () =>
      form(agent, 'assignment', {
        category: story.category,
        priority: priorityOf(story),
        ...(story.priority === 'urgent' ? { 'priority-reason': story.reason } : {}),
        topic: topicOf(story),
        department: story.department,
        owner: troupe.id(owner),
      });
    await assign();
    if (!(await wait(1, 6))) return;
    await player.do(troupe.actor(agent), {
      do: 'inform-customer',
      kind: 'response',
      via: story.channel,
      message: `您好，${story.progress}，有结果马上告诉您。`,
      eta: null,
    });
    if (!(await wait(4, 25))) return;
    if (cycle === 1 && chance.next() < 0.06) {
      if (!(await bounced({ player, chance, troupe }, { agent, owner, fields: ['order-number'] }))) return;
      await assign();
      if (!(await wait(2, 10))) return;
    }
    await player.do(troupe.actor(owner), { do: 'accept', plan: story.solution, eta: null });
    await player.do(troupe.actor(owner), {
      do: 'record-progress',
      done: story.progress,
      customerWords: story.wish,
      nextStep: story.solution,
      from: null,
      to: null,
    });
    if (!(await wait(15, 70))) return;
    if (
      chance.next() < 0.1 &&
      !(await chased({ player, chance, troupe }, { agent, via: story.channel, answer: story.progress }))
    )
      return;
    await form(owner, 'handling', {
      actions: story.solution.split(/[，、]/),
      cause: story.cause,
      solution: story.solution,
      outcome: story.category === 'suggestion' ? 'collected' : 'solved',
    });
    await player.do(troupe.actor(agent), {
      do: 'inform-customer',
      kind: 'result',
      via: story.channel,
      message: story.result,
      eta: null,
    });
    if (!(await wait(10, 300))) return;
    const isDissatisfied = isHard && cycle === 1;
    const rating = isDissatisfied ? 'dissatisfied' : chance.pick(['satisfied', 'satisfied', 'fair']);
    await form(agent, 'result', {
      'told-via': 'phone',
      survey: 'answered',
      rating,
      dimensions: { 'response-speed': chance.pick(['satisfied', 'fair']), result: rating, attitude: 'satisfied' },
      suggestion: isDissatisfied ? chance.pick(dissatisfiedRemarks) : chance.pick(satisfiedRemarks),
    });
  }
  if (!(await wait(60, 900)) || (story.category === 'suggestion' && chance.next() < 0.6)) return;
  if (story.category === 'suggestion') {
    const news = { kind: 'news', via: story.channel, message: `您的建议有结果了：${story.result}`, eta: null } as const;
    await player.do(troupe.actor(agent), { do: 'inform-customer', ...news });
    await form(agent, 'follow-up', { outcome: 'released' });
  }
  await form(agent, 'archive', { 'is-complete': true });
}
