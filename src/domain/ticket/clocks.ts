import type { PlaybookClock } from '../playbook/schema.ts';
import type { ClockPattern } from '../playbook/schema-clock.ts';
import { clockEvents } from '../playbook/schema-clock.ts';
import { clockDue } from './clock-due.ts';
import type { TicketContext } from './context.ts';
import type { TicketEvent } from './events.ts';
import type { ClockChange, ClockRun, TicketFacts } from './state.ts';

/**
 * How clocks follow events: each event is one or more moments, and each moment may call off, stop, end and start runs,
 * in this order. A run is one cycle of one clock.
 */

type Moment = { on: ClockPattern['on']; at: number; seq: number; stage?: string; form?: string; kind?: string };

const timed: ReadonlySet<string> = new Set(clockEvents);

/** The runs after `event`; `facts` is the ticket as the event left it, its clocks not yet moved. */
export function advanceClocks(context: TicketContext, facts: TicketFacts, event: TicketEvent): ClockRun[] {
  let runs = facts.clocks;
  for (const moment of momentsOf(context, event)) {
    for (const clock of context.playbook.source.clocks) runs = moveClock(context, facts, runs, clock, moment);
  }
  return followEvent(context, facts, followPromise(context, facts, runs, event.at), event);
}

export function isRunOpen(run: ClockRun): boolean {
  return run.status === 'running' || run.status === 'paused';
}

function momentsOf(context: TicketContext, event: TicketEvent): Moment[] {
  const { at, seq } = event;
  if (event.type === 'ticket.registered') {
    const form = event.data.form;
    return [
      { on: 'ticket.received', at: event.data.receivedAt, seq },
      { on: 'ticket.registered', at, seq },
      { on: 'form.submitted', at, seq, form },
      { on: 'stage.completed', at, seq, stage: context.playbook.firstStage.id },
    ];
  }
  if (!timed.has(event.type)) return [];
  const { stage, form, kind } = event.data as { stage?: string; form?: string; kind?: string };
  return [{ on: event.type as ClockPattern['on'], at, seq, stage, form, kind }];
}

function matches(patterns: readonly ClockPattern[], moment: Moment): boolean {
  return patterns.some(
    (pattern) =>
      pattern.on === moment.on &&
      (pattern.stage === undefined || pattern.stage === moment.stage) &&
      (pattern.form === undefined || pattern.form === moment.form) &&
      (pattern.kind === undefined || pattern.kind === moment.kind),
  );
}

function moveClock(
  context: TicketContext,
  facts: TicketFacts,
  runs: ClockRun[],
  clock: PlaybookClock,
  moment: Moment,
): ClockRun[] {
  let next = runs;
  const index = runs.findLastIndex((run) => run.clock === clock.id);
  const run = runs[index];
  let isOpen = false;
  if (run && isRunOpen(run)) {
    const outcome = outcomeOf(clock, run, moment);
    if (outcome) next = runs.with(index, stopRun(run, outcome, moment));
    isOpen = outcome === null;
    if (outcome === 'stopped' && clock.repeats)
      return [...next, startRun(context, facts, clock, run.cycle + 1, moment)];
  }
  if (!isOpen && matches(clock.starts, moment)) {
    next = [...next, startRun(context, facts, clock, (run?.cycle ?? 0) + 1, moment)];
  }
  return next;
}

type Outcome = 'stopped' | 'ended' | 'cancelled';

function outcomeOf(clock: PlaybookClock, run: ClockRun, moment: Moment): Outcome | null {
  if (matches(clock.cancels, moment)) return 'cancelled';
  if (clock.repeats && matches(clock.repeats.until, moment)) return 'ended';
  if (matches(clock.stops, moment) && moment.at >= run.start) return 'stopped';
  return null;
}

/** A stop at exactly the due instant is in time; what was breached stays breached. */
function stopRun(run: ClockRun, outcome: Outcome, moment: Moment): ClockRun {
  const isOver = run.breachedAt !== null || (run.due !== null && moment.at > run.due);
  const status = outcome === 'cancelled' ? 'cancelled' : isOver ? 'late' : outcome === 'ended' ? 'ended' : 'met';
  return {
    ...run,
    status: run.due === null && run.target === null && status !== 'cancelled' ? 'ended' : status,
    stop: moment.at,
    stopSeq: moment.seq,
    breachedAt: run.breachedAt ?? (isOver && outcome !== 'cancelled' ? run.due : null),
    pauses: closePauses(run.pauses, moment.at),
  };
}

function startRun(
  context: TicketContext,
  facts: TicketFacts,
  clock: PlaybookClock,
  cycle: number,
  moment: Moment,
): ClockRun {
  const isPaused = facts.wait !== null && clock.pauses.includes(facts.wait.for);
  const run: ClockRun = {
    clock: clock.id,
    cycle,
    start: moment.at,
    startSeq: moment.seq,
    ...promiseFor(context, clock, facts),
    due: null,
    pauses: isPaused ? [{ from: moment.at, to: null }] : [],
    extension: null,
    status: isPaused ? 'paused' : 'running',
    stop: null,
    stopSeq: null,
    breachedAt: null,
    warned: [],
    climbed: 0,
    history: [],
  };
  return { ...run, due: clockDue(context, clock, run) };
}

/** Events that change open runs without starting or stopping them. */
function followEvent(context: TicketContext, facts: TicketFacts, runs: ClockRun[], event: TicketEvent): ClockRun[] {
  switch (event.type) {
    case 'ticket.classified':
      return changeOpen(context, runs, (clock, run) => changePriority(context, clock, run, facts, event.at));
    case 'wait.started':
      return changeOpen(context, runs, (clock, run) =>
        clock.pauses.includes(event.data.for)
          ? { ...run, status: 'paused', pauses: [...run.pauses, { from: event.at, to: null }] }
          : run,
      );
    case 'wait.ended':
      return changeOpen(context, runs, (_, run) =>
        run.status === 'paused' ? { ...run, status: 'running', pauses: closePauses(run.pauses, event.at) } : run,
      );
    case 'clock.extended':
      return changeOpen(context, runs, (_, run) =>
        run.clock === event.data.clock && run.cycle === event.data.cycle
          ? remember({ ...run, extension: { at: event.at, due: event.data.due } }, run, event.at, 'extension')
          : run,
      );
    case 'calendar.revised':
      return changeOpen(context, runs, (_, run) => remember({ ...run }, run, event.at, 'calendar'));
    case 'ticket.closed':
    case 'ticket.dismissed':
      return changeOpen(context, runs, (_, run) =>
        stopRun(run, 'cancelled', { on: 'ticket.closed', at: event.at, seq: event.seq }),
      );
    default:
      return followClockEvent(runs, event);
  }
}

function followClockEvent(runs: ClockRun[], event: TicketEvent): ClockRun[] {
  const of = (clock: string, cycle: number, change: (run: ClockRun) => ClockRun) =>
    runs.map((run) => (run.clock === clock && run.cycle === cycle ? change(run) : run));
  switch (event.type) {
    case 'clock.warned':
      return of(event.data.clock, event.data.cycle, (run) => ({ ...run, warned: [...run.warned, event.data.before] }));
    case 'clock.breached':
      return of(event.data.clock, event.data.cycle, (run) => ({ ...run, breachedAt: event.data.due }));
    case 'clock.laddered':
      return of(event.data.clock, event.data.cycle, (run) => ({ ...run, climbed: event.data.step + 1 }));
    default:
      return runs;
  }
}

function changeOpen(
  context: TicketContext,
  runs: ClockRun[],
  change: (clock: PlaybookClock, run: ClockRun) => ClockRun,
): ClockRun[] {
  return runs.map((run) => {
    if (!isRunOpen(run)) return run;
    const clock = context.playbook.clock(run.clock);
    const changed = change(clock, run);
    return changed === run || !isRunOpen(changed) ? changed : { ...changed, due: clockDue(context, clock, changed) };
  });
}

/** The new target counts from the original start. */
function changePriority(
  context: TicketContext,
  clock: PlaybookClock,
  run: ClockRun,
  facts: TicketFacts,
  at: number,
): ClockRun {
  if (facts.priority === run.priority && facts.category === run.category) return run;
  const changed = { ...run, ...promiseFor(context, clock, facts) };
  const isSame = changed.target === run.target && changed.promised === run.promised;
  return isSame ? changed : remember(changed, run, at, 'priority');
}

/** What is promised for a ticket of this priority and category: a target, or one of the ticket's own times. */
function promiseFor({ playbook }: TicketContext, clock: PlaybookClock, { priority, category, ...facts }: TicketFacts) {
  const by = playbook.promisedBy(clock, priority, category);
  return { target: playbook.targetFor(clock, priority, category), promised: by && facts[by], priority, category };
}

/** A clock that keeps the ticket's own time follows it wherever an event moves it. */
function followPromise(context: TicketContext, facts: TicketFacts, runs: ClockRun[], at: number): ClockRun[] {
  return changeOpen(context, runs, (clock, run) => {
    const { promised } = promiseFor(context, clock, facts);
    return promised === run.promised ? run : remember({ ...run, promised }, run, at, 'promise');
  });
}

function remember(changed: ClockRun, before: ClockRun, at: number, why: ClockChange): ClockRun {
  return { ...changed, history: [...before.history, { at, target: before.target, due: before.due, why }] };
}

function closePauses(pauses: ClockRun['pauses'], at: number): ClockRun['pauses'] {
  return pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));
}
