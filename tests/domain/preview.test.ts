import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOf } from '../../src/domain/preview/clock-plan.ts';
import { momentNames } from '../../src/domain/preview/moment-names.ts';
import type { SampleMoment } from '../../src/domain/preview/moments.ts';
import { plainWay, previewTicket } from '../../src/domain/preview/preview.ts';
import { shippedIds } from './playbook-documents.ts';
import { at, calendar, compiledOf, fold, monday, span } from './ticket-cast.ts';

const flow = compiledOf('resolution-flow');
const preview = (moments: SampleMoment[], priority = 'urgent', receivedAt = monday) =>
  previewTicket({ playbook: flow, calendar }, { priority, category: 'system-failure', receivedAt, moments });
const run = (result: ReturnType<typeof preview>, clock: string) =>
  result.state.clocks.findLast((one) => one.clock === clock);
const later = (text: string, moment: Omit<SampleMoment, 'afterMs'>): SampleMoment => ({
  ...moment,
  afterMs: span(text),
});

describe('a preview of clocks', () => {
  it('starts what a received ticket of this priority is promised', () => {
    const result = preview([]);
    expect(run(result, 'handling-start')).toMatchObject({ start: monday, due: monday + span('2h'), status: 'running' });
    expect(run(result, 'resolution')).toMatchObject({ due: monday + span('24h') });
    expect(run(preview([], 'normal'), 'resolution')).toMatchObject({ due: monday + span('72h') });
  });

  it('says what would be said if nothing more happened: warnings, then the ladder', () => {
    const result = preview([]);
    const clock = run(result, 'handling-start');
    if (!clock) throw new Error('not started');
    const plan = planOf({ playbook: flow, calendar }, clock);
    expect(plan.warnings).toEqual([
      { before: '1h', at: monday + span('1h') },
      { before: '30m', at: monday + span('90m') },
    ]);
    expect(plan.ladder.map(({ at, escalates }) => [at - monday, escalates])).toEqual([
      [span('2h'), false],
      [span('3h'), true],
      [span('10h'), false],
    ]);
  });

  it('follows what is said to happen, and says what could not happen then', () => {
    const result = preview([
      later('10m', { do: 'complete-stage' }),
      later('20m', { do: 'accept' }),
      later('30m', { do: 'complete-stage' }),
      later('5h', { do: 'accept' }),
      later('6h', { do: 'inform-customer', kind: 'result' }),
    ]);
    expect(result.steps.map(({ refusal, stage }) => [refusal?.code ?? 'done', stage])).toEqual([
      ['done', 'assign'],
      ['handoff.none', 'assign'],
      ['done', 'analyse'],
      ['done', 'analyse'],
      ['done', 'analyse'],
    ]);
    expect(run(result, 'handling-start')).toMatchObject({ status: 'late', breachedAt: monday + span('2h') });
    expect(run(result, 'resolution')).toMatchObject({ status: 'met', stop: monday + span('6h') });
  });

  it('counts a wait and a new priority as the engine does', () => {
    const result = preview(
      [
        later('1h', { do: 'start-wait', for: 'customer' }),
        later('3h', { do: 'record-reply' }),
        later('4h', { do: 'classify', priority: 'urgent' }),
      ],
      'normal',
    );
    expect(run(result, 'resolution')?.due).toBe(monday + span('26h'));
  });

  it('leads to second handling when the customer is dissatisfied', () => {
    const sample = { priority: 'urgent', category: 'system-failure', receivedAt: monday };
    const way = plainWay({ playbook: flow, calendar }, sample).map((moment) => ({ ...moment, rating: 'dissatisfied' }));
    const result = preview(way.slice(0, -1));
    expect(result.state).toMatchObject({ cycle: 2, stage: 'assign' });
    expect(result.state.clocks.filter(({ clock }) => clock === 'resolution')).toHaveLength(2);
  });

  it.each(shippedIds)('the plain way through %s is open to its end for every priority', (id) => {
    const playbook = compiledOf(id);
    for (const { id: priority } of playbook.source.priorities) {
      const category = playbook.source.categories[0]?.id ?? null;
      const sample = { priority, category, receivedAt: at('2026-03-06T17:30') };
      const moments = plainWay({ playbook, calendar }, sample);
      const { steps, state } = previewTicket({ playbook, calendar }, { ...sample, moments });
      expect(
        steps.flatMap(({ refusal, moment, stage }) => (refusal ? [[moment.do, stage, refusal.code]] : [])),
      ).toEqual([]);
      expect(state.status).toBe('closed');
    }
  });

  it('whatever happens in it, is the fold of its events and never opens a clock before it was received', () => {
    const moment = fc.record({
      afterMs: fc.integer({ min: 0, max: span('80h') }),
      do: fc.constantFrom(...momentNames),
    });
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 12 }), fc.constantFrom('urgent', 'normal'), (moments, priority) => {
        const result = preview(moments, priority);
        expect(fold({ playbook: flow, calendar }, result.events)).toEqual(result.state);
        expect(result.steps).toHaveLength(moments.length);
        for (const { start } of result.state.clocks) expect(start).toBeGreaterThanOrEqual(monday);
      }),
      { numRuns: 80 },
    );
  });
});
