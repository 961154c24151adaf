import { isOfScope } from '../coordination/subjects.ts';
import type { PlaybookClock } from '../playbook/schema.ts';
import { clockDue } from './clock-due.ts';
import { holdRun, isRunOpen, nextCycle, promiseFor, remember, resumeRun, startRun, stopRun } from './clock-run.ts';
import type { TicketContext } from './context.ts';
import type { EventOf } from './events.ts';
import type { ClockRun, TicketFacts } from './state.ts';

/**
 * What becomes of a ticket's clocks when it moves to another version of its playbook: `context` is under the new one. Open runs
 * keep their start and count towards the new target; what was late stays late. A clock that the new version adds counts from now, for the ticket
 * or for each task, letter or other thing that it would run for: nothing was promised before. One that it no longer has is called off. What is over stays as it was.
 */
export function carryClocks(
  context: TicketContext,
  facts: TicketFacts,
  event: EventOf<'playbook.migrated'>,
): ClockRun[] {
  const { starts, startsFor = [], cancels, cancelsFor = [] } = event.data;
  const isCalledOff = ({ clock, subject }: ClockRun) =>
    subject === null
      ? cancels.includes(clock)
      : cancelsFor.some((one) => one.clock === clock && one.subject === subject);
  const clocks = new Map(context.playbook.source.clocks.map((clock) => [clock.id, clock]));
  const carried = facts.clocks.map((run) => {
    if (!isRunOpen(run)) return run;
    const clock = clocks.get(run.clock);
    if (!clock || isCalledOff(run) || !isOfItsScope(run, clock)) return stopRun(run, 'cancelled', event);
    return carryRun(context, facts, clock, run, event.at);
  });
  const started = [...starts.map((clock) => ({ clock, subject: null })), ...startsFor];
  for (const { clock, subject } of started) {
    const next = { cycle: nextCycle(carried, clock), subject };
    carried.push(startRun(context, facts, context.playbook.clock(clock), next, event));
  }
  return carried;
}

const isOfItsScope = ({ subject }: ClockRun, { scope }: PlaybookClock) =>
  subject === null ? scope === 'ticket' : isOfScope(subject, scope);

/** More time that was agreed on under another target is void, as when the priority changes. */
function carryRun(
  context: TicketContext,
  facts: TicketFacts,
  clock: PlaybookClock,
  run: ClockRun,
  at: number,
): ClockRun {
  const promise = promiseFor(context, clock, facts, run.subject);
  const isSame = promise.target === run.target && promise.promised === run.promised;
  const promisedAt = promise.promised === null ? null : (run.promisedAt ?? at);
  const extension = isSame ? run.extension : null;
  const changed = { ...waitingAs(run, clock, facts, at), ...promise, promisedAt, extension };
  const carried = { ...changed, due: clockDue(context, clock, changed) };
  return isSame && carried.due === run.due ? carried : remember(carried, run, at, 'playbook');
}

/** The new version may say otherwise which waits hold the clock; time that was held before stays held. */
function waitingAs(run: ClockRun, clock: PlaybookClock, { wait }: TicketFacts, at: number): ClockRun {
  if (wait === null || clock.pauses.includes(wait.for) === (run.status === 'paused')) return run;
  return holdRun(resumeRun(run, at), clock, wait, at);
}
