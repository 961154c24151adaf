import type { PlaybookClock } from '../playbook/schema.ts';
import { computeDue, type DueInput, dueAfterPauses } from '../time/due.ts';
import { mergePauses } from '../time/pauses.ts';
import { parseTarget, type Target, targetMs } from '../time/target.ts';
import type { TicketContext } from './context.ts';
import type { ClockRun } from './state.ts';

/** When a run is due, and when the engine must next look at it. All instants are epoch ms. */

const parsed = new Map<string, Target>();

function target(text: string): Target {
  let found = parsed.get(text);
  if (!found) {
    found = parseTarget(text);
    parsed.set(text, found);
  }
  return found;
}

/** What the arithmetic is asked for a run that has a target. */
export function dueInput(context: TicketContext, clock: PlaybookClock, run: ClockRun): DueInput | null {
  if (run.target === null) return null;
  return {
    calendar: context.calendar,
    start: run.start,
    target: target(run.target),
    time: clock.time,
    pauses: run.pauses,
  };
}

/** Null while there is no promise for this priority, and during a pause. An extension replaces the computed time. */
export function clockDue(context: TicketContext, clock: PlaybookClock, run: ClockRun): number | null {
  const agreed =
    run.extension ?? (run.promised === null ? null : { at: run.promisedAt ?? run.start, due: run.promised });
  if (agreed) return dueAfterPauses(context.calendar, clock.time, agreed.due, mergePauses(run.pauses, agreed.at));
  const input = dueInput(context, clock, run);
  return input && computeDue(input);
}

const hourMs = 3_600_000;

/** A point before the due time; a working day before is taken as 24 hours before. */
export function warnAt(due: number, before: string): number {
  const point = target(before);
  return due - (targetMs(point) ?? point.amount * 24 * hourMs);
}

export type Warning = { before: string; at: number };

/**
 * The warning points that are still to come, in order. Points not shorter than the promise do not exist, and a later point once
 * given makes the earlier ones pointless, whatever has moved the due time since.
 */
export function warningsLeft(clock: PlaybookClock, run: ClockRun, due: number): Warning[] {
  const since = Math.max(run.start, ...run.warned.map((before) => warnAt(due, before)));
  return clock.warn
    .map((before) => ({ before, at: warnAt(due, before) }))
    .filter(({ at }) => at > since)
    .sort((a, b) => a.at - b.at);
}

/** When the next step of the breach ladder is reached; null when there is none, and while the clock stands still. */
export function ladderAt(context: TicketContext, clock: PlaybookClock, run: ClockRun): number | null {
  const step = clock.breach[run.climbed];
  if (!step || run.breachedAt === null) return null;
  if (step.after === '0m') return run.breachedAt;
  return computeDue({
    calendar: context.calendar,
    start: run.breachedAt,
    target: target(step.after),
    time: clock.time,
    pauses: run.pauses,
  });
}

/** A stop at the due instant itself is in time: the breach begins one millisecond later. */
export function breachAt(due: number): number {
  return due + 1;
}

/** The next instant at which `tick` has something to say about this run; null when never. */
export function wakeAt(context: TicketContext, run: ClockRun): number | null {
  const next = run.status === 'running' ? nextOwed(context, run) : null;
  if (next === null || run.waitsUntil === null) return next ?? run.waitsUntil;
  return Math.min(next, run.waitsUntil);
}

function nextOwed(context: TicketContext, run: ClockRun): number | null {
  if (run.due === null) return null;
  const clock = context.playbook.clock(run.clock);
  if (run.breachedAt !== null) return ladderAt(context, clock, run);
  return warningsLeft(clock, run, run.due)[0]?.at ?? breachAt(run.due);
}
