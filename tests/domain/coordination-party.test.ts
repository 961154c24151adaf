import { describe, expect, it } from 'vitest';
import { prefill } from '../../src/domain/ticket/prefill.ts';
import { background, judged, judgement, letter, namedParty, partiesForm, started } from './coordination-stories.ts';
import { Story, span } from './ticket-cast.ts';

describe('a party', () => {
  it('is phoned and messaged at once where the event is urgent or complex', () => {
    const story = judged();
    const urgent = { ...partiesForm(story.now), weight: 'urgent-or-complex' };
    expect(story.refusedForm('agent', 'parties-and-channel', urgent)).toBe(
      'form.field-missing answers.is-phoned-and-messaged',
    );
    story.submit('agent', 'parties-and-channel', { ...urgent, 'is-phoned-and-messaged': true });
    expect(story.state.stage).toBe('start');
  });

  it('is suggested by the nature of the event: a fault technical support, with after-sales beside it; attitude service quality', () => {
    const suggestedBy = (nature: string) => {
      const story = new Story('coordination').register('agent', background);
      story.submit('agent', 'judgement', { ...judgement('urgent'), nature });
      return prefill(story.playbook, story.state, story.state.text, 'parties-and-channel').department;
    };
    expect(['technical-fault', 'attitude'].map(suggestedBy)).toEqual(['technical-support', 'service-quality']);
    const story = judged();
    story.submit('agent', 'parties-and-channel', partiesForm(story.now));
    expect(story.state.coordination?.parties.map(({ id, role }) => [id, role])).toEqual([
      ['department:technical-support', 'responsible'],
      ['department:after-sales', 'involved'],
    ]);
  });

  it('outside needs a name, a department to be there, and both are named once', () => {
    const story = started();
    const outside = { ...namedParty('x'), kind: 'external', department: null } as never;
    expect(story.refusal('agent', outside)).toBe('party.name-missing name');
    expect(story.refusal('agent', namedParty('nowhere'))).toBe('handoff.department-unknown department');
    story.do('agent', namedParty('after-sales'));
    expect(story.state.coordination?.parties).toHaveLength(2);
  });

  it('is not dropped while it still has something to answer', () => {
    const story = started();
    story.do('agent', letter(story.now));
    const drop = { do: 'drop-party', party: 'department:after-sales', reason: '' } as const;
    expect(story.refusal('agent', drop)).toBe('party.still-asked party');
    const offered = { do: 'answer-letter', letter: 1, answer: 'counter', date: story.now + span('40h') } as const;
    story.do('afterSales', { ...offered, via: 'console', note: '' });
    expect(story.refusal('agent', drop)).toBe('party.still-asked party');
    story.do('agent', { do: 'withdraw-letter', letter: 1, reason: '不需要了' });
    story.do('agent', drop);
    expect(story.state.coordination?.parties).toHaveLength(1);
  });

  it('that was dropped is not named again by the next hand-off, whatever the answers say, but by a person or in another cycle', () => {
    const story = started();
    const ids = () => story.state.coordination?.parties.map(({ id }) => id);
    const handOff = (department: string) =>
      story.do('supervisor', {
        do: 'hand-off',
        department,
        owner: null,
        collaborators: [],
        deadline: null,
        requirement: '',
      });
    expect(ids()).toEqual(['department:technical-support', 'department:after-sales']);
    story.do('agent', { do: 'drop-party', party: 'department:after-sales', reason: '与售后无关' });
    handOff('product');
    expect(ids()).toEqual(['department:technical-support', 'department:product']);
    story.do('agent', namedParty('after-sales'));
    expect(ids()).toContain('department:after-sales');
    story.do('agent', { do: 'drop-party', party: 'department:after-sales', reason: '再确认，无关' });
    handOff('after-sales');
    expect(ids()).toContain('department:after-sales');
    expect(story.state.coordination?.dropped).toEqual([]);
  });
});
