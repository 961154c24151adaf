import { systemActor } from './actor.ts';
import { ladderAt, wakeAt, warnAt } from './clock-due.ts';
import type { TicketContext } from './context.ts';
import { withoutEmptyText } from './draft.ts';
import type { Happening } from './events.ts';
import { evolve } from './evolve.ts';
import type { ClockRun, TicketState } from './state.ts';

/** The most a ticket may say at one look; a ladder has few steps, so more means a broken playbook. */
const limit = 200;

/**
 * What the passing of time has brought by `now`: warnings, breaches and steps of the ladder, each once.
 * A warning whose due time has passed as well is left out: the breach says it.
 */
export function tick(context: TicketContext, state: TicketState, now: number): Happening[] {
  const said: Happening[] = [];
  let current = state;
  for (;;) {
    const run = current.clocks.find((each) => (wakeAt(context, each) ?? Number.POSITIVE_INFINITY) <= now);
    if (!run) return said;
    for (const happening of wake(context, current, run, now)) {
      said.push(happening);
      current = evolve(context, current, asEvent(current, happening, now));
    }
    if (said.length > limit) throw new Error(`Clock ${run.clock} of ticket ${state.id} has no end of things to say`);
  }
}

function asEvent(state: TicketState, happening: Happening, at: number) {
  return { ...withoutEmptyText(happening), seq: state.version + 1, at, actor: { kind: systemActor.kind, id: null } };
}

function wake(context: TicketContext, state: TicketState, run: ClockRun, now: number): Happening[] {
  const clock = context.playbook.clock(run.clock);
  const due = run.due ?? now;
  const named = { clock: run.clock, cycle: run.cycle };
  if (run.breachedAt !== null) return climb(context, state, run, now);
  if (now > due) return [{ type: 'clock.breached', data: { ...named, due }, text: null }];
  return clock.warn
    .filter((before) => !run.warned.includes(before) && warnAt(due, before) > run.start && warnAt(due, before) <= now)
    .map((before) => ({ type: 'clock.warned', data: { ...named, before, due }, text: null }));
}

function climb(context: TicketContext, state: TicketState, run: ClockRun, now: number): Happening[] {
  const clock = context.playbook.clock(run.clock);
  const step = clock.breach[run.climbed];
  const at = ladderAt(context, clock, run, run.climbed);
  if (!step || at === null || at > now) return [];
  const said: Happening[] = [
    {
      type: 'clock.laddered',
      data: { clock: run.clock, cycle: run.cycle, step: run.climbed, tell: step.tell },
      text: null,
    },
  ];
  if (!step.escalate) return said;
  return [
    ...said,
    {
      type: 'ticket.escalated',
      data: { level: state.escalation + 1, to: 'supervisor', cause: 'clock', clock: run.clock },
      text: { reason: '' },
    },
  ];
}
