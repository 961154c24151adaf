import { describe, expect, it } from 'vitest';
import { spokenText } from '../../src/domain/search/searchable-text.ts';
import { at, dueIn, Story, types } from './ticket-cast.ts';
import { demand, feedback, onwards, rate, toolkitOnwards } from './ticket-stories.ts';

const receivedAt = at('2019-04-25T09:32');
const takenOver = { isHistory: true, reference: '2549', notes: ['答复意见：已收悉', '来源：旧系统'] };
const history = (answers = feedback) =>
  new Story('resolution-flow').register('system', answers, { receivedAt, takenOver });

describe('a ticket that is taken over as history', () => {
  it('keeps its own time, promises nothing for it, and is as open as any other', () => {
    const story = history();
    expect(story.state).toMatchObject({ receivedAt, stage: 'classify', status: 'todo', isHistory: true, clocks: [] });
    expect(story.live('900h')).toEqual([]);
    expect(types(story.events)).toEqual(['ticket.registered', 'note.added', 'note.added', 'stage.entered']);
  });

  it('starts nothing at its registration that would run out soon, whatever the first form says', () => {
    const story = new Story('response-toolkit');
    story.register('system', demand('complaint', 'urgent'), { receivedAt, takenOver });
    expect(story.state).toMatchObject({ priority: 'urgent', category: 'complaint', clocks: [] });
    expect(story.live('900h')).toEqual([]);
    expect(toolkitOnwards(story, 'closed').state.status).toBe('closed');
  });

  it('keeps what is promised from then on', () => {
    const story = onwards(history().pass('1h'), 'carry-out');
    expect(story.state.clocks.map(({ clock, status }) => `${clock} ${status}`)).toEqual([
      'task-deadline running',
      'progress-update running',
    ]);
    onwards(story, 'told');
    story.do('agent', rate('dissatisfied', '还是没有'));
    expect(story.state).toMatchObject({ stage: 'assign', cycle: 2 });
    expect(dueIn(story.run('resolution'), story.now)).toBe(24);
    expect(story.run('handling-start').status).toBe('running');
  });

  it('is found by the name that it had there', () => {
    const { state } = history();
    expect(state.text?.reference).toBe('2549');
    expect(spokenText(state.text).split('\n')).toContain('2549');
  });
});

it('a ticket that is taken over while it is open keeps all its promises', () => {
  const open = { isHistory: false, reference: '', notes: [] };
  const story = new Story('resolution-flow').register('system', feedback, { receivedAt, takenOver: open });
  expect(story.state.clocks.map((run) => run.clock)).toEqual(['handling-start', 'resolution']);
  expect(types(story.tick())).toContain('clock.breached');
});
