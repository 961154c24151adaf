import { isOfScope } from '../coordination/subjects.ts';
import type { PlaybookClock } from '../playbook/schema.ts';
import { carryClocks } from './clock-carry.ts';
import { clockDue } from './clock-due.ts';
import { type Moment, matches, momentsOf } from './clock-moments.ts';
import {
  holdRun,
  isRunOpen,
  nextCycle,
  promiseFor,
  type RunEnd,
  remember,
  resumeRun,
  startRun,
  stopRun,
} from './clock-run.ts';
import type { TicketContext } from './context.ts';
import type { TicketEvent } from './events.ts';
import type { ClockRun, TicketFacts } from './state.ts';

/**
 * How clocks follow events: each event is one or more moments, and each moment may call off, stop, end and start runs, in this
 * order. At most one run of a clock is open for the ticket, or for each subject of a clock of narrower scope; none is once the ticket is
 * closed.
 */

export { isRunOpen };

/** The runs after `event`; `facts` is the ticket as the event left it, its clocks not yet moved. */
export function advanceClocks(context: TicketContext, facts: TicketFacts, event: TicketEvent): ClockRun[] {
  if (event.type === 'playbook.migrated') return carryClocks(context, facts, event);
  let runs = facts.clocks;
  // What was promised for history was promised elsewhere; all that registers it happens at one instant.
  if (facts.isHistory && event.at === facts.registeredAt) return runs;
  for (const moment of momentsOf(context, facts.handoffs, event)) {
    for (const clock of context.playbook.source.clocks) runs = moveClock(context, facts, runs, clock, moment);
  }
  return followEvent(context, facts, followPromise(context, facts, runs, event), event);
}

export function moveClock(
  context: TicketContext,
  facts: TicketFacts,
  runs: ClockRun[],
  clock: PlaybookClock,
  moment: Moment,
): ClockRun[] {
  let moved = runs;
  for (const subject of subjectsMoved(clock, runs, moment)) {
    moved = moveRun(context, facts, moved, clock, moment, subject);
  }
  return moved;
}

/** A moment moves what it is about; one that is about the whole ticket, or a new hand-off, moves whatever is open. */
function subjectsMoved({ id, scope }: PlaybookClock, runs: ClockRun[], { on, subjects }: Moment): (string | null)[] {
  if (scope === 'ticket') return [null];
  const own = subjects.filter((subject) => isOfScope(subject, scope));
  if (own.length > 0 && on !== 'handoff.made') return own;
  const open = runs.filter((run) => run.clock === id && isRunOpen(run)).map((run) => run.subject);
  return [...new Set([...open, ...own])];
}

function moveRun(
  context: TicketContext,
  facts: TicketFacts,
  runs: ClockRun[],
  clock: PlaybookClock,
  moment: Moment,
  subject: string | null,
): ClockRun[] {
  const index = runs.findLastIndex((run) => run.clock === clock.id && run.subject === subject);
  const run = runs[index];
  const isOpen = run !== undefined && isRunOpen(run);
  const isOwn = subject === null || moment.subjects.includes(subject);
  const end = isOpen ? endOf(clock, moment, isOwn) : null;
  const next = run && end ? runs.with(index, stopRun(run, end, moment)) : runs;
  const isRepeated = end === 'stopped' && clock.repeats !== undefined;
  const isStarted = isRepeated || ((!isOpen || end !== null) && isOwn && matches(clock.starts, moment));
  if (!isStarted || facts.status === 'closed') return next;
  return [...next, startRun(context, facts, clock, { cycle: nextCycle(runs, clock.id), subject }, moment)];
}

/** `isOwn`: the moment is about what the run is about. A hand-off that is replaced by another is nobody's any more. */
function endOf(clock: PlaybookClock, moment: Moment, isOwn: boolean): RunEnd | null {
  if (!isOwn && moment.on === 'handoff.made') return 'cancelled';
  if (matches(clock.cancels, moment)) return 'cancelled';
  if (clock.repeats && matches(clock.repeats.until, moment)) return 'ended';
  return matches(clock.stops, moment) ? 'stopped' : null;
}

/**
 * A clock that keeps the ticket's own time follows it wherever an event moves it. A promise that was broken stays broken: a time
 * given after that is a new promise, the clock's next cycle.
 */
function followPromise(context: TicketContext, facts: TicketFacts, runs: ClockRun[], event: TicketEvent): ClockRun[] {
  const { at } = event;
  const begun: ClockRun[] = [];
  return runs.flatMap((run) => {
    if (!isRunOpen(run)) return run;
    const clock = context.playbook.clock(run.clock);
    const { promised } = promiseFor(context, clock, facts, run.subject);
    if (promised === run.promised) return run;
    if (promised !== null && run.breachedAt !== null) {
      const cycle = nextCycle([...runs, ...begun], run.clock);
      const anew = startRun(context, facts, clock, { cycle, subject: run.subject }, event);
      begun.push(anew);
      return [stopRun(run, 'stopped', event), anew];
    }
    const moved = { ...run, promised, promisedAt: promised === null ? null : at, extension: null };
    return withDue(context, clock, remember(moved, run, at, 'promise'));
  });
}

/** Events that change open runs without starting or stopping them. */
function followEvent(context: TicketContext, facts: TicketFacts, runs: ClockRun[], event: TicketEvent): ClockRun[] {
  switch (event.type) {
    case 'ticket.classified':
      return changeOpen(context, runs, (clock, run) => changePriority(context, clock, run, facts, event.at));
    case 'wait.started':
      return changeOpen(context, runs, (clock, run) => holdRun(run, clock, event.data, event.at));
    case 'wait.ended':
      return changeOpen(context, runs, (_, run) => resumeRun(run, event.at));
    case 'clock.extended':
      return changeOpen(context, runs, (_, run) =>
        run.clock === event.data.clock && run.cycle === event.data.cycle
          ? remember({ ...run, extension: { at: event.at, due: event.data.due } }, run, event.at, 'extension')
          : run,
      );
    case 'calendar.revised':
      return changeOpen(context, runs, (clock, run) =>
        clockDue(context, clock, run) === run.due ? run : remember(run, run, event.at, 'calendar'),
      );
    case 'ticket.closed':
    case 'ticket.dismissed':
      return runs.map((run) => (isRunOpen(run) ? stopRun(run, 'cancelled', event) : run));
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
    return changed === run ? run : withDue(context, clock, changed);
  });
}

function withDue(context: TicketContext, clock: PlaybookClock, run: ClockRun): ClockRun {
  return { ...run, due: clockDue(context, clock, run) };
}

/** The new target counts from the original start; more time that was agreed on under the old one is void. */
function changePriority(
  context: TicketContext,
  clock: PlaybookClock,
  run: ClockRun,
  facts: TicketFacts,
  at: number,
): ClockRun {
  if (facts.priority === run.priority && facts.category === run.category) return run;
  const { target, priority, category } = promiseFor(context, clock, facts, run.subject);
  if (target === run.target) return { ...run, priority, category };
  const changed = { ...run, target, priority, category, extension: null };
  // What the registration itself says is no change: nothing else was promised before.
  return at === facts.registeredAt ? changed : remember(changed, run, at, 'priority');
}
