import { beforeAll, describe, expect, it } from 'vitest';
import { type CoordinationStory, coordinationStory } from '../support/coordination-story.ts';
import { startTestServer } from '../support/server.ts';

const codeOf = (reply: { body: unknown }) => (reply.body as { code?: string } | null)?.code;

describe('a party', () => {
  let story: CoordinationStory;
  const name = (title: string) =>
    story.act(story.cast.agent, 'name-party', { kind: 'external', name: title, contact: '13900000555' });
  const partyIds = async () => (await story.coordination()).parties.map(({ id }) => id);

  beforeAll(async () => {
    story = await coordinationStory(await startTestServer());
  });

  it('that is dropped leaves the letters that it had readable, for everybody', async () => {
    const { agent, contact, supervisor } = story.cast;
    await name('顺安物流');
    await story.act(agent, 'send-letter', { party: 'external:1', demand: '请明早送达' });
    expect(codeOf(await story.ask(agent, 'drop-party', { party: 'external:1' }))).toBe('party.still-asked');
    await story.act(agent, 'answer-letter', { letter: 1, answer: 'accepted', via: 'phone' });
    await story.act(agent, 'drop-party', { party: 'external:1', reason: '已送达' });
    for (const reader of [agent, contact, supervisor]) {
      expect((await story.coordination(reader)).letters).toMatchObject([{ party: 'external:1', status: 'accepted' }]);
    }
  });

  it('that is dropped gives its number to nobody else', async () => {
    await name('优品配件');
    expect(await partyIds()).toContain('external:2');
    await story.act(story.cast.agent, 'drop-party', { party: 'external:2', reason: '误加' });
    await name('快修门店');
    expect(await partyIds()).toContain('external:3');
  });

  it('that is dropped holds up no solution that gave it something to do', async () => {
    const { agent, contact, supervisor } = story.cast;
    const items = [
      { what: '送达配件', how: '早班车', who: 'external:3', when: story.inHours(14) },
      { what: '上门重做', how: '两人', who: 'department:technical-support', when: story.inHours(30) },
    ];
    await story.act(agent, 'circulate-solution', { summary: '明日上门重做', items });
    await story.act(agent, 'answer-solution', {
      round: 1,
      party: 'external:3',
      answer: 'objected',
      via: 'phone',
      note: '做不了',
    });
    const drop = { party: 'external:3', reason: '换一家' };
    expect(codeOf(await story.ask(agent, 'drop-party', drop)), 'an objection wants a ruling').toBe('party.still-asked');
    await story.act(contact, 'answer-solution', {
      round: 1,
      party: 'department:technical-support',
      answer: 'confirmed',
    });
    await story.act(supervisor, 'overrule-solution', { round: 1, reason: '另找一家送' });
    await story.act(agent, 'drop-party', drop);
    const { rounds, tasks } = await story.coordination();
    expect(rounds).toMatchObject([{ status: 'overruled' }]);
    expect(tasks).toMatchObject([{ department: 'technical-support', what: '上门重做' }]);
  });

  it('that is dropped may be the department that has the ticket, which is asked all the same and can answer', async () => {
    const { agent, contact, logistics } = story.cast;
    const own = 'department:technical-support';
    await story.act(agent, 'drop-party', { party: own, reason: '误删' });
    const items = [{ what: '重做', how: '两人', who: own, when: story.inHours(40) }];
    await story.act(agent, 'circulate-solution', { summary: '后日重做', items });
    await story.act(agent, 'assign-task', { department: 'logistics', what: '备件' });
    const answer = { round: 2, party: own, answer: 'confirmed' };
    expect(codeOf(await story.ask(logistics, 'answer-solution', answer))).toBe('party.not-yours');
    await story.act(contact, 'answer-solution', answer);
    const { rounds } = await story.coordination();
    expect(rounds.at(-1)?.answers.find(({ party }) => party === own)).toMatchObject({ answer: 'confirmed' });
    expect(codeOf(await story.ask(contact, 'answer-solution', { ...answer, party: 'external:9' }))).toBe(
      'party.unknown',
    );
  });

  it('that is the customer is named without what the profile masks', async () => {
    await story.act(story.cast.agent, 'name-party', { kind: 'customer', contact: '13800000321', why: '要求本人确认' });
    const { parties } = await story.coordination();
    expect(parties.find(({ id }) => id === 'customer')).toMatchObject({ contact: '', why: '要求本人确认' });
    const timeline = await story.cast.contact.call('GET', `/tickets/${story.id}/timeline?limit=100`);
    expect(timeline.text).not.toContain('13800000321');
  });
});
