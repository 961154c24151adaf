import { describe, expect, it } from 'vitest';
import { appraise, surges, topicsOf } from '../../src/domain/review/compare.ts';
import { bottleneckOf, headlineOf } from '../../src/domain/review/rates.ts';
import { ReviewTally } from '../../src/domain/review/review.ts';
import { type ReviewEvent, reviewedEvents } from '../../src/domain/review/reviewed.ts';
import { accepted, calledBack, handedOff, rated, registered, template } from './handoff-stories.ts';
import { Story, span, staff } from './ticket-cast.ts';
import { inform } from './ticket-stories.ts';

const isReviewed = (event: { type: string }): event is ReviewEvent =>
  reviewedEvents.some((type) => type === event.type);

function review(...stories: Story[]) {
  const tally = new ReviewTally();
  for (const { playbook, state, events } of stories)
    tally.add({ playbook, facts: state, events: events.filter(isReviewed) });
  return tally.result();
}

const bounced = (fields = ['scenario-done']): Story => {
  const story = handedOff();
  story.pass('1h').do('afterSales', { do: 'bounce', reason: 'missing-field', fields, note: '写清步骤' });
  return story;
};

describe('the weekly review', () => {
  it('counts how many hand-offs were stalled by which missing field', () => {
    const { handOffs } = review(bounced(), bounced(['scenario-done', 'core-demands']), handedOff());
    expect(handOffs).toMatchObject({ made: 3, bounced: 2, byReason: { 'missing-field': 2 } });
    expect(handOffs.byField.map(({ field, count }) => [field, count])).toEqual([
      ['scenario-done', 2],
      ['core-demands', 1],
    ]);
  });

  it('says how many ran over, by department and owner', () => {
    const late = handedOff();
    late.live('25h');
    late.do('afterSales', accepted());
    const inTime = handedOff();
    inTime.pass('1h').do('afterSales', accepted());
    const { timeliness } = review(late, inTime);
    expect(timeliness.byDepartment).toEqual([{ department: 'operations', met: 1, late: 1 }]);
    expect(timeliness.byOwner).toEqual([{ staff: staff.afterSales.id, met: 1, late: 1 }]);
    expect(timeliness.byClock.find(({ clock }) => clock === 'response')).toMatchObject({
      met: 1,
      late: 1,
      medianMs: span('1h'),
    });
  });

  it('counts each department for its own answer', () => {
    const story = handedOff();
    story.live('25h');
    story.do('supervisor', {
      do: 'hand-off',
      department: 'compliance',
      owner: null,
      collaborators: [],
      deadline: null,
      requirement: '',
    });
    story.do('supervisor', accepted());
    expect(review(story).timeliness.byDepartment).toEqual([
      { department: 'operations', met: 0, late: 1 },
      { department: 'compliance', met: 1, late: 0 },
    ]);
  });

  it('finds the problem types that surge from one week to the next', () => {
    const many = (count: number) => review(...Array.from({ length: count }, () => handedOff()));
    expect(surges(many(9), many(6))).toMatchObject([
      { category: 'order-after-sales', count: 9, before: 6, change: 50, isSurge: true },
    ]);
    expect(surges(many(8), many(6))[0]).toMatchObject({ change: 33, isSurge: false });
    expect(surges(many(4), many(1))[0]).toMatchObject({ isSurge: false });
    expect(surges(many(0), many(3))[0]).toMatchObject({ count: 0, before: 3, change: -100 });
    const unclassified = review(registered());
    expect(unclassified.demands.byCategory[0]?.category).not.toBe('order-after-sales');
    const [fresh] = surges(many(6), unclassified);
    expect(fresh).toMatchObject({ category: 'order-after-sales', before: 0, change: null, isSurge: true });
    const unknown = review(...Array.from({ length: 6 }, () => registered()));
    expect(surges(unknown, unclassified)[0]).toMatchObject({ category: null, count: 6, before: 1, isSurge: false });
    expect(surges(many(6), many(0))[0], 'nothing to hold it against').toMatchObject({ change: null, isSurge: false });
  });

  it('says which feature makes how much of the complaints, and marks where they cluster', () => {
    const complaint = (topic: string | null, category = 'complaint') => {
      const story = new Story('quick-response').register('agent', {
        'customer-name': '宏远公司',
        'customer-contact': '13800138003',
        'customer-type': 'existing',
        channel: 'phone',
        description: '对账总是差几笔',
        'core-demand': '查清',
      });
      const answers = { category, priority: 'normal', 'priority-reason': '每天都有', ...(topic && { topic }) };
      story.submit('agent', 'classification', answers);
      return story;
    };
    const many = (count: number, topic: string | null, category?: string) =>
      Array.from({ length: count }, () => complaint(topic, category));
    const now = review(...many(5, 'payment'), ...many(4, 'refund'), ...many(6, null), ...many(2, 'payment', 'problem'));
    const topics = topicsOf(now, review(complaint('payment')));
    expect(
      topics.map(({ category, topic, count, share, before, isCluster }) => [
        category,
        topic,
        count,
        share,
        before,
        isCluster,
      ]),
    ).toEqual([
      ['complaint', 'payment', 5, 33.3, 1, true],
      // Not often enough, and too little of it, to mean something.
      ['complaint', 'refund', 4, 26.6, 0, false],
      ['problem', 'payment', 2, 100, 0, false],
    ]);
  });

  it('begins with the share that went well, and marks the step that ran over most often as the bottleneck', () => {
    const late = handedOff();
    late.live('25h');
    late.do('afterSales', accepted());
    const figures = review(late, bounced(), calledBack('satisfied'), calledBack('dissatisfied'));
    expect(headlineOf(figures)).toMatchObject({ accuracy: 75, satisfied: 50 });
    expect(headlineOf(review())).toEqual({ accuracy: null, onTime: null, satisfied: null });
    const steps = [
      { id: 'a', met: 9, late: 2 },
      { id: 'b', met: 1, late: 2 },
      { id: 'c', met: 0, late: 1 },
    ];
    expect(bottleneckOf(steps)).toMatchObject({ id: 'b' });
    expect(bottleneckOf([{ met: 3, late: 0 }])).toBeNull();
  });

  it('says how content customers were', () => {
    const { satisfaction } = review(calledBack('satisfied'), calledBack('dissatisfied'));
    // Second handling does not unsay what the customer said before it.
    expect(satisfaction.byRating).toMatchObject([
      { rating: 'satisfied', count: 1, isSatisfied: true },
      { rating: 'dissatisfied', count: 1, isSatisfied: false },
    ]);
    expect(satisfaction.reopened).toBe(1);
  });
});

describe('monthly training', () => {
  it('has the urgent demands that were answered fastest', () => {
    const fast = handedOff('high');
    fast.pass('10m').do('afterSales', accepted());
    const slow = handedOff('high');
    slow.pass('25m').do('afterSales', accepted());
    expect(review(slow, fast, handedOff()).cases.fastest.map(({ ms }) => ms / span('1m'))).toEqual([10, 25]);
  });

  it('has the escalations that a missing field led to', () => {
    const story = bounced();
    story.do('agent', { do: 'escalate', reason: '客户催' });
    expect(review(story).cases.escalatedAfterMissingField).toMatchObject([{ fields: ['scenario-done'] }]);
    expect(review(bounced()).cases.escalatedAfterMissingField).toEqual([]);
  });

  it('has what was marked for it', () => {
    const story = calledBack();
    story.submit('agent', 'archive', { 'is-complete': true, 'handoff-quality': 'accurate', 'is-training-case': true });
    expect(review(story).cases.forTraining).toHaveLength(1);
  });
});

describe('appraisal', () => {
  it('marks agents whose hand-offs are accurate less than 90 % of the time', () => {
    const good = () => handedOff();
    const below = appraise(review(bounced(), ...Array.from({ length: 8 }, good)));
    expect(below.agents).toMatchObject([{ staff: staff.agent.id, made: 9, accuracy: 88.8, isBelow: true }]);
    const at = appraise(review(bounced(), ...Array.from({ length: 9 }, good)));
    expect(at.agents[0]).toMatchObject({ accuracy: 90, isBelow: false });
  });

  it('marks departments that answer in time less than 85 % of the time', () => {
    const late = handedOff();
    late.live('25h');
    late.do('afterSales', accepted());
    const inTime = Array.from({ length: 5 }, () => {
      const story = handedOff();
      story.do('afterSales', accepted());
      return story;
    });
    expect(appraise(review(late, ...inTime)).departments).toMatchObject([
      { department: 'operations', onTime: 83.3, isBelow: true },
    ]);
  });

  it('gives both sides a bonus for praise', () => {
    const story = handedOff();
    story.do('afterSales', accepted());
    story.submit('afterSales', 'handling', { actions: ['放行'], cause: '规则' });
    story.submit('afterSales', 'result-packet', { solution: '已到账', confirmation: 'not-asked', 'is-verified': true });
    story.do('agent', inform('result'));
    story.submit('agent', 'callback', rated('satisfied', { 'is-praised': true }));
    const { agents, owners } = appraise(review(story));
    expect([agents[0]?.praises, owners[0]?.praises]).toEqual([1, 1]);
  });

  it('does not hold a hand-off that nobody has answered against anybody', () => {
    const story = registered();
    story.submit('agent', 'handoff-template', template(story.now, 'medium'));
    expect(appraise(review(story))).toMatchObject({ departments: [], agents: [{ accuracy: 100 }] });
  });
});
