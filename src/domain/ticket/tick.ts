import { systemActor } from './actor.ts';
import { breachAt, ladderAt, warningsLeft } from './clock-due.ts';
import type { TicketContext } from './context.ts';
import type { Draft } from './draft.ts';
import type { Happening } from './events.ts';
import type { ClockRun, TicketState } from './state.ts';

/** The most a ticket may say at one look, by itself and for each of its clocks; a ladder has few steps, so more means a broken playbook. */
const limit = 200;
const limitOfEach = 20;

/**
 * Adds what the passing of time has brought by `now`, in the order in which it fell due: the end of a wait, warnings, breaches and
 * steps of the ladder, each once. Looked at late, a warning that a later one or the breach has overtaken is left out.
 */
export function tick(context: TicketContext, draft: Draft, now: number): void {
  const most = limit + draft.state.clocks.length * limitOfEach;
  for (let looks = 0; looks < most; looks++) {
    const owed = firstOwed(context, draft.state, now);
    if (!owed) return;
    draft.add(owed.say, systemActor);
  }
  throw new Error(`Ticket ${draft.state.number} has no end of things to say`);
}

type Owed = { at: number; say: Happening[] };

function firstOwed(context: TicketContext, state: TicketState, now: number): Owed | null {
  let first: Owed | null = waitRanOut(state);
  for (const run of state.clocks) {
    const owed = owedBy(context, state, run, now);
    if (owed && (!first || owed.at < first.at)) first = owed;
  }
  return first && first.at <= now ? first : null;
}

/** A wait that said until when it lasts does not keep a promise waiting for ever. */
function waitRanOut({ wait }: TicketState): Owed | null {
  if (!wait || wait.until === null) return null;
  return { at: wait.until, say: [{ type: 'wait.ended', data: { for: wait.for }, text: null }] };
}

function owedBy(context: TicketContext, state: TicketState, run: ClockRun, now: number): Owed | null {
  if (run.status !== 'running' || run.due === null) return null;
  const clock = context.playbook.clock(run.clock);
  const { due } = run;
  const named = { clock: run.clock, cycle: run.cycle };
  if (run.breachedAt !== null) {
    const at = ladderAt(context, clock, run);
    return at === null ? null : { at, say: climb(clock.breach[run.climbed], state, run) };
  }
  if (now >= breachAt(due))
    return { at: breachAt(due), say: [{ type: 'clock.breached', data: { ...named, due }, text: null }] };
  const warning = warningsLeft(clock, run, due).findLast(({ at }) => at <= now);
  if (!warning) return null;
  const { before, at } = warning;
  return { at, say: [{ type: 'clock.warned', data: { ...named, before, due }, text: null }] };
}

type Step = { tell: readonly string[]; escalate: boolean };

function climb(step: Step | undefined, state: TicketState, { clock, cycle, climbed }: ClockRun): Happening[] {
  if (!step) return [];
  const told: Happening = {
    type: 'clock.laddered',
    data: { clock, cycle, step: climbed, tell: [...step.tell] },
    text: null,
  };
  if (!step.escalate) return [told];
  const level = state.escalation + 1;
  return [
    told,
    { type: 'ticket.escalated', data: { level, to: 'supervisor', cause: 'clock', clock }, text: { reason: '' } },
  ];
}
