import { describe, expect, it } from 'vitest';
import { builtinCalendars } from '../../src/domain/calendar/builtin.ts';
import { compileCalendar } from '../../src/domain/calendar/calendar.ts';
import { decideCalendar } from '../../src/domain/ticket/revise-calendar.ts';
import { at, Story, span, types } from './ticket-cast.ts';
import { demand, flowAt, waitFor } from './ticket-stories.ts';

/** The fourth of March is a day off from now on. */
const { dates } = builtinCalendars.cn;
const dayOff = compileCalendar({ ...builtinCalendars.cn, dates: { ...dates, '2026-03-04': [] } });
const next = { id: 'organisation', version: 1 };

function revise(story: Story) {
  const before = story.context();
  return decideCalendar(before, { ...before, calendar: dayOff }, story.state, next);
}

describe('another working calendar', () => {
  it('moves the promises that count in working days, and no others', () => {
    const story = new Story('response-toolkit').register('agent', demand('suggestion', 'low'));
    const before = story.state.clocks;
    const { events, state } = revise(story);
    expect(types(events)).toEqual(['calendar.revised']);
    expect(state.calendar).toEqual(next);
    const run = state.clocks.find((one) => one.clock === 'resolution');
    expect(run?.due).toBe(at('2026-03-06T09:00'));
    expect(run?.history).toEqual([{ at: story.now, target: '3wd', due: at('2026-03-05T09:00'), why: 'calendar' }]);
    const others = (runs: typeof before) => runs.filter((one) => one.clock !== 'resolution');
    expect(others(state.clocks)).toEqual(others(before));
  });

  it('says first what was owed under the old one, and goes back in time for nobody', () => {
    const story = flowAt('analyse');
    story.do('specialist', waitFor('customer'));
    story.pass('3h');
    expect(types(revise(story).events)).toEqual([
      'clock.breached',
      'clock.laddered',
      'clock.laddered',
      'ticket.escalated',
      'calendar.revised',
    ]);
    story.now -= span('4h');
    expect(revise(story).events.at(-1)?.at).toBe(story.state.changedAt);
  });
});
