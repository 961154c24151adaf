import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompiledPlaybook, compilePlaybook } from '../../src/domain/playbook/compile.ts';
import { loadPlaybook } from '../../src/domain/playbook/load.ts';
import { formatProblem } from '../../src/domain/playbook/problem.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { isRunOpen } from '../../src/domain/ticket/clocks.ts';
import type { TicketEvent } from '../../src/domain/ticket/events.ts';
import { evolve } from '../../src/domain/ticket/evolve.ts';
import { decideMigration, momentsUnder } from '../../src/domain/ticket/migrate-playbook.ts';
import { type MigrationChange, migrationChanges } from '../../src/domain/ticket/migration-changes.ts';
import type { TicketState } from '../../src/domain/ticket/state.ts';
import { documentOf, type Loose } from './playbook-documents.ts';
import { byId } from './playbook-mistakes.ts';
import { compiledOf, dueIn, monday, roundTrip, Story, span } from './ticket-cast.ts';
import { analysis, classification, feedback, taskOrder } from './ticket-stories.ts';

const old = compiledOf('resolution-flow');
const { version } = old.source;

/** The next version of the resolution flow. */
function changed(change: (document: Loose) => void): CompiledPlaybook {
  const document = documentOf('resolution-flow');
  document.version = version + 1;
  change(document);
  const { playbook, problems } = loadPlaybook(document);
  if (!playbook) throw new Error(problems.map(formatProblem).join('\n'));
  return compilePlaybook(playbook);
}

const versionOf = (next: CompiledPlaybook) => (asked: number) => (asked === version ? old : next);

function migrate(story: Story, next: CompiledPlaybook, stages: Record<string, string> = {}) {
  const before = story.context('admin');
  const history = momentsUnder(story.events, versionOf(next));
  const { events, state } = decideMigration(before, { ...before, playbook: next }, story.state, { stages, history });
  const all = roundTrip([...story.events, ...events]);
  expect(foldUnder(all, next, before)).toEqual(state);
  expect(roundTrip(state)).toEqual(state);
  const pair = [
    { playbook: old, state: story.state },
    { playbook: next, state },
  ] as const;
  return { events, state, changes: migrationChanges(...pair, story.now) };
}

/** As `rebuild` folds: each event under the version that it happened under. */
function foldUnder(events: readonly TicketEvent[], next: CompiledPlaybook, context: ReturnType<Story['context']>) {
  let playbook = old;
  let state: TicketState | null = null;
  for (const event of events) {
    if (event.type === 'playbook.migrated') playbook = next;
    state = evolve({ ...context, playbook }, state, event);
  }
  return state;
}

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.field}`;
    throw error;
  }
  return 'done';
}

const registered = (priority = 'normal') => {
  const story = new Story('resolution-flow').register('agent', feedback);
  story.pass('10m').submit('supervisor', 'classification', classification(priority));
  return story;
};
const atAnalysis = () => {
  const story = registered();
  story.pass('10m').submit('supervisor', 'task-order', taskOrder(story.now));
  return story;
};
const clockOf = (document: Loose, id: string) => byId(document.clocks, id);
const runOf = (state: TicketState, clock: string) => {
  const run = state.clocks.findLast((one) => one.clock === clock);
  if (!run) throw new Error(`${clock} has not started`);
  return run;
};
const about = (changes: MigrationChange[], kind: MigrationChange['kind']) => changes.filter((one) => one.kind === kind);

describe('a ticket that moves to another version of its playbook', () => {
  it('keeps what it is, says so in its chain and remembers what it was under', () => {
    const story = atAnalysis();
    const { events, state, changes } = migrate(
      story,
      changed(() => {}),
    );
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      ['playbook.migrated', { from: version, to: version + 1, stage: 'analyse', starts: [], cancels: [] }],
    ]);
    expect(state.playbook).toEqual({ id: 'resolution-flow', version: version + 1 });
    expect(state.earlier).toEqual([{ version, until: story.state.version + 1 }]);
    expect(state.clocks).toEqual(story.state.clocks);
    expect(changes).toEqual([]);
  });

  it('counts a new target from the same start, and voids time that was agreed on under the old one', () => {
    const story = registered();
    const next = changed((d) => Object.assign(clockOf(d, 'resolution').target, { normal: '36h' }));
    const { state, changes } = migrate(story, next);
    expect(dueIn(runOf(state, 'resolution'))).toBe(36);
    expect(runOf(state, 'resolution').history.at(-1)).toMatchObject({ why: 'playbook', target: '72h' });
    expect(changes).toEqual([
      {
        kind: 'clock-moves',
        clock: 'resolution',
        from: runOf(story.state, 'resolution').due,
        to: runOf(state, 'resolution').due,
        isLate: false,
      },
    ]);
  });

  it('says when a promise runs over by it at once; what was late stays late', () => {
    const next = (target: string) => changed((d) => Object.assign(clockOf(d, 'resolution').target, { normal: target }));
    const story = registered().pass('40h');
    story.tick();
    expect(about(migrate(story, next('36h')).changes, 'clock-moves')).toMatchObject([{ isLate: true }]);
    story.pass('40h').tick();
    const { state, changes } = migrate(story, next('200h'));
    expect(runOf(state, 'resolution')).toMatchObject({
      breachedAt: runOf(story.state, 'resolution').breachedAt,
      status: 'running',
    });
    expect(about(changes, 'clock-moves')).toMatchObject([{ isLate: false }]);
  });

  it('calls off a clock that is gone, and starts one that is new from now', () => {
    const story = atAnalysis().pass('5h');
    story.tick();
    const next = changed((d) => {
      d.clocks.splice(d.clocks.indexOf(clockOf(d, 'task-deadline')), 1);
      d.clocks.push({
        ...clockOf(d, 'progress-update'),
        id: 'analysis-time',
        starts: [{ on: 'stage.entered', stage: 'analyse' }],
        stops: [{ on: 'stage.completed', stage: 'analyse' }],
        repeats: undefined,
        target: '8h',
      });
      d.clocks.push({
        ...clockOf(d, 'progress-update'),
        id: 'assigning',
        starts: [{ on: 'stage.entered', stage: 'assign' }],
        stops: [{ on: 'stage.completed', stage: 'assign' }],
        repeats: undefined,
        target: '8h',
      });
    });
    const { state, events } = migrate(story, next);
    expect(events[0]?.data).toMatchObject({ starts: ['analysis-time'], cancels: [] });
    expect(runOf(state, 'task-deadline')).toMatchObject({ status: 'cancelled', stop: story.now });
    expect(runOf(state, 'analysis-time')).toMatchObject({ status: 'running', due: story.now + span('8h') });
    expect(state.clocks.some(({ clock }) => clock === 'assigning')).toBe(false);
  });

  it('stops a clock that by its new definition is already over', () => {
    const story = atAnalysis();
    const next = changed((d) => Object.assign(clockOf(d, 'handling-start'), { stops: [{ on: 'handoff.made' }] }));
    const { state } = migrate(story, next);
    expect(runOf(state, 'handling-start').status).toBe('cancelled');
  });

  it('holds a clock during a wait as the new version says', () => {
    const story = registered();
    story.do('agent', { do: 'start-wait', for: 'customer', until: monday + span('90d'), reason: '等客户' });
    expect(story.run('resolution').status).toBe('paused');
    const { state } = migrate(
      story.pass('1h'),
      changed((d) => Object.assign(clockOf(d, 'resolution'), { pauses: [] })),
    );
    expect(runOf(state, 'resolution')).toMatchObject({ status: 'running', pauses: [{ to: story.now }] });
    expect(dueIn(runOf(state, 'resolution'))).toBe(73);
  });

  const withoutAnalysis = (more: (document: Loose) => void = () => {}) =>
    changed((d) => {
      const [stage, form] = [byId(d.stages, 'analyse'), byId(d.forms, 'analysis-report')];
      d.stages.splice(d.stages.indexOf(stage), 1);
      d.forms.splice(d.forms.indexOf(form), 1);
      byId(d.stages, 'assign').next = 'carry-out';
      clockOf(d, 'handling-start').stops = [{ on: 'handoff.accepted' }];
      more(d);
    });

  it('goes to the nearest stage before one that is gone, or where it is told to go', () => {
    const story = atAnalysis();
    const back = migrate(story, withoutAnalysis());
    expect(back.state).toMatchObject({ stage: 'assign', status: 'todo' });
    expect(back.changes[0]).toEqual({ kind: 'stage', from: 'analyse', to: 'assign' });
    const on = migrate(story, withoutAnalysis(), { analyse: 'carry-out' });
    expect(on.events.map(({ type }) => type)).toEqual(['playbook.migrated', 'stage.entered']);
    expect(on.state).toMatchObject({ stage: 'carry-out', status: 'in-progress' });
    expect(about(on.changes, 'clock-starts')).toMatchObject([{ clock: 'progress-update' }]);
    expect(refusalOf(() => migrate(story, withoutAnalysis(), { analyse: 'nowhere' }))).toBe(
      'migration.stage-unknown stages.analyse',
    );
  });

  it('tells which answers will be asked for, and which nobody will ask for any more', () => {
    const story = atAnalysis();
    story.pass('1h').do('specialist', { do: 'accept', plan: '', eta: null });
    story.submit('specialist', 'analysis-report', analysis(story.now));
    const extra = { name: { zh: '新', en: 'New' }, type: 'text', required: true };
    const next = changed((d) => {
      byId(d.forms, 'analysis-report').fields.push({ id: 'impact', ...extra });
      byId(d.forms, 'execution-record').fields.push({ id: 'witness', ...extra });
    });
    const { changes } = migrate(story, next);
    expect(changes).toEqual([
      { kind: 'form-passed', stage: 'analyse', form: 'analysis-report', fields: ['impact'] },
      { kind: 'form-required', stage: 'carry-out', form: 'execution-record', fields: ['witness'] },
    ]);
  });

  it.each([
    ['its priority', 'migration.priority-gone priority', 'priorities', 'urgent'],
    ['its category', 'migration.category-gone category', 'categories', 'system-failure'],
  ])('is not carried over without %s', (_what, said, list, id) => {
    const story = registered('urgent');
    const next = {
      ...old,
      source: {
        ...old.source,
        version: version + 1,
        [list]: old.source[list as 'priorities'].filter((one) => one.id !== id),
      },
    };
    expect(refusalOf(() => migrate(story, next))).toBe(said);
  });

  it('moves nothing that is over', () => {
    const story = registered();
    story.do('supervisor', { do: 'dismiss', reason: 'spam', duplicateOf: null, note: '广告' });
    expect(
      refusalOf(() =>
        migrate(
          story,
          changed(() => {}),
        ),
      ),
    ).toBe('migration.closed status');
  });

  it('whatever the new targets: never forgets a breach, never opens a clock twice, leaves what is over', () => {
    const hours = fc.integer({ min: 1, max: 200 }).map((count) => `${count}h`);
    fc.assert(
      fc.property(hours, hours, fc.integer({ min: 0, max: 120 }), fc.boolean(), (first, second, wait, isAhead) => {
        const story = isAhead ? atAnalysis() : registered();
        story.live(`${wait}h`);
        const next = changed((d) => {
          clockOf(d, 'resolution').target = { urgent: first, important: first, normal: first };
          clockOf(d, 'handling-start').target = { urgent: second, important: second, normal: second };
          clockOf(d, 'resolution').warn = [];
          clockOf(d, 'handling-start').warn = [];
        });
        const { state } = migrate(story, next);
        const open = state.clocks.filter(isRunOpen).map(({ clock }) => clock);
        expect(new Set(open).size).toBe(open.length);
        for (const run of story.state.clocks) {
          const after = state.clocks.find(({ clock, cycle }) => clock === run.clock && cycle === run.cycle);
          expect(after?.breachedAt).toBe(run.breachedAt);
          expect(after?.start).toBe(run.start);
          if (!isRunOpen(run)) expect(after).toEqual(run);
        }
      }),
      { numRuns: 60 },
    );
  });
});
