import { dueOfSubject } from '../coordination/due.ts';
import { isTicketTime } from '../playbook/compile.ts';
import type { PlaybookClock } from '../playbook/schema.ts';
import type { PromisedTime } from '../playbook/schema-clock.ts';
import { parseTarget, targetMs } from '../time/target.ts';
import { clockDue } from './clock-due.ts';
import type { TicketContext } from './context.ts';
import type { ClockChange, ClockRun, TicketFacts } from './state.ts';

/** One cycle of one clock: how it begins, stands still, goes on and comes to its end. */

export type RunEnd = 'stopped' | 'ended' | 'cancelled';
type At = { at: number; seq: number };
type Wait = Pick<NonNullable<TicketFacts['wait']>, 'for' | 'until'>;

export function isRunOpen(run: Pick<ClockRun, 'status'>): boolean {
  return run.status === 'running' || run.status === 'paused';
}

/** Cycles of one clock are counted over all its subjects; a run that began anew stands beside its own, not at the end. */
export function nextCycle(runs: readonly ClockRun[], clock: string): number {
  return 1 + Math.max(0, ...runs.filter((one) => one.clock === clock).map(({ cycle }) => cycle));
}

export function startRun(
  context: TicketContext,
  facts: TicketFacts,
  clock: PlaybookClock,
  { cycle, subject }: Pick<ClockRun, 'cycle' | 'subject'>,
  { at, seq }: At,
): ClockRun {
  const promise = promiseFor(context, clock, facts, subject);
  const run: ClockRun = {
    clock: clock.id,
    cycle,
    subject,
    start: at,
    startSeq: seq,
    ...promise,
    promisedAt: promise.promised === null ? null : at,
    due: null,
    pauses: [],
    waitsUntil: null,
    extension: null,
    status: 'running',
    stop: null,
    stopSeq: null,
    breachedAt: null,
    warned: [],
    climbed: 0,
    history: [],
  };
  const begun = facts.wait === null ? run : holdRun(run, clock, facts.wait, at);
  return { ...begun, due: clockDue(context, clock, begun) };
}

/** What is promised for a ticket of this priority and category: a target, or one of the ticket's own times. */
export function promiseFor(
  { playbook }: TicketContext,
  clock: PlaybookClock,
  facts: TicketFacts,
  subject: string | null,
) {
  const { priority, category } = facts;
  const by = playbook.promisedBy(clock, priority, category);
  const given = by === null ? null : ownTime(facts, by, subject);
  const promised = given === null ? null : given + plusMs(clock);
  return { target: playbook.targetFor(clock, priority, category), promised, priority, category };
}

/** How long after the time that was given it is due. */
function plusMs({ target }: PlaybookClock): number {
  if (typeof target === 'string' || !isTicketTime(target) || target.plus === undefined) return 0;
  return targetMs(parseTarget(target.plus)) ?? 0;
}

function ownTime(facts: TicketFacts, by: PromisedTime, subject: string | null): number | null {
  switch (by) {
    case 'eta':
      return facts.toldEta;
    case 'expected':
      return facts.eta;
    case 'deadline':
      return facts.deadline;
    case 'due':
      return dueOfSubject(facts, subject);
  }
}

export function makesPromise(run: Pick<ClockRun, 'target' | 'promised'>): boolean {
  return run.target !== null || run.promised !== null;
}

/** A stop at exactly the due instant is in time; what was breached stays breached. */
export function stopRun(run: ClockRun, end: RunEnd, { at, seq }: At): ClockRun {
  const isLate = end !== 'cancelled' && (run.breachedAt !== null || (run.due !== null && at > run.due));
  return {
    ...resumeRun(run, at),
    status: statusAfter(run, end, isLate),
    stop: at,
    stopSeq: seq,
    breachedAt: run.breachedAt ?? (isLate ? run.due : null),
  };
}

function statusAfter(run: ClockRun, end: RunEnd, isLate: boolean): ClockRun['status'] {
  if (end === 'cancelled') return 'cancelled';
  if (isLate) return 'late';
  return end === 'ended' || !makesPromise(run) ? 'ended' : 'met';
}

/** A wait holds the clocks that say so. */
export function holdRun(run: ClockRun, clock: PlaybookClock, { for: party, until }: Wait, at: number): ClockRun {
  const waiting = { ...run, waitsUntil: until };
  if (!clock.pauses.includes(party)) return waiting;
  return { ...waiting, status: 'paused', pauses: [...run.pauses, { from: at, to: null }] };
}

/** However late it is noticed, a wait that had an end was over then. */
export function resumeRun(run: ClockRun, at: number): ClockRun {
  const end = Math.min(at, run.waitsUntil ?? at);
  if (run.status !== 'paused') return run.waitsUntil === null ? run : { ...run, waitsUntil: null };
  const pauses = run.pauses.map((pause) => (pause.to === null ? { ...pause, to: Math.max(pause.from, end) } : pause));
  return { ...run, status: 'running', pauses, waitsUntil: null };
}

export function remember(changed: ClockRun, before: ClockRun, at: number, why: ClockChange): ClockRun {
  return { ...changed, history: [...before.history, { at, target: before.target, due: before.due, why }] };
}
