import { describe, expect, it } from 'vitest';
import { agreeing, answer, letter, outcome, solution, started } from './coordination-stories.ts';

describe('a solution that a party objected to', () => {
  it('is not carried out against an objection, unless a supervisor overrules with a reason', () => {
    const story = agreeing();
    story.do('agent', solution(story.now));
    expect(story.refusal('afterSales', answer('department:after-sales', 'objected'))).toBe(
      'solution.reason-missing note',
    );
    story.do('afterSales', answer('department:after-sales', 'objected', '备件要三天'));
    story.do('customer', answer('customer', 'confirmed'));
    story.do('specialist', answer('department:technical-support', 'confirmed'));
    expect(story.state.stage).toBe('start');
    expect(story.refusal('agent', { do: 'overrule-solution', round: 1, reason: '先做' })).toBe('auth.forbidden');
    story.do('supervisor', { do: 'overrule-solution', round: 1, reason: '客户等不了' });
    expect(story.runs('revision').map(({ subject, status }) => [subject, status])).toEqual([[null, 'cancelled']]);
    expect(story.state.coordination?.rounds[0]?.status).toBe('overruled');
    expect(story.state.stage, 'what coordination brought is on record').toBe('carry-out');
  });

  it('is overruled without skipping what was begun meanwhile, or never done', () => {
    const meanwhile = agreeing();
    meanwhile.do('agent', solution(meanwhile.now));
    meanwhile.do('afterSales', answer('department:after-sales', 'objected', '备件要三天'));
    meanwhile.do('agent', letter(meanwhile.now));
    meanwhile.do('supervisor', { do: 'overrule-solution', round: 1, reason: '客户等不了' });
    expect(meanwhile.state.stage).toBe('start');

    const early = started();
    early.do('agent', solution(early.now));
    early.do('afterSales', answer('department:after-sales', 'objected', '备件要三天'));
    early.do('supervisor', { do: 'overrule-solution', round: 1, reason: '客户等不了' });
    expect(early.state.stage).toBe('start');
    early.submit('agent', 'coordination-outcome', outcome(early.now));
    expect(early.state.stage).toBe('carry-out');
  });
});
