import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/refusal.ts';
import { availableActions } from '../../src/domain/ticket/actions.ts';
import { wakeAt } from '../../src/domain/ticket/clock-due.ts';
import { isRunOpen } from '../../src/domain/ticket/clocks.ts';
import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import { decide, decideTick } from '../../src/domain/ticket/decide.ts';
import type { Decision } from '../../src/domain/ticket/draft.ts';
import type { TicketEvent } from '../../src/domain/ticket/events.ts';
import { decideRegistration } from '../../src/domain/ticket/register.ts';
import type { ClockRun, TicketState } from '../../src/domain/ticket/state.ts';
import type { ShippedId } from './playbook-documents.ts';
import { commandFor, type Step, secret, step, whoFor } from './ticket-arbitraries.ts';
import {
  actorOf,
  calendar,
  compiledOf,
  customerId,
  directory,
  fold,
  monday,
  roundTrip,
  versions,
  type Who,
} from './ticket-cast.ts';
import { demand, feedback } from './ticket-stories.ts';

const world = (playbook: ShippedId) => {
  const compiled = compiledOf(playbook);
  return (who: Who, now: number) => ({ playbook: compiled, calendar, directory, actor: actorOf(who), now });
};

type Life = { state: TicketState; events: TicketEvent[]; now: number; done: number };
type Watch = (
  before: TicketState,
  step: { who: Who; command: TicketCommand; now: number },
  outcome: Decision | string,
) => void;

/** Lives a random life; nothing but a Refusal may come in its way, and states are frozen: nothing can be changed in place. */
function live(playbook: ShippedId, lateMs: number, steps: readonly Step[], watch: Watch = () => {}): Life {
  const contextOf = world(playbook);
  const answers = playbook === 'resolution-flow' ? feedback : demand('technical-fault', 'normal');
  const said = { number: 'T1', customerId, channel: 'phone', receivedAt: monday - lateMs, answers };
  const context = contextOf('agent', monday);
  const first = decideRegistration(context, versions(context.playbook), said);
  const life: Life = { state: freeze(first.state), events: [...first.events], now: monday, done: 0 };
  for (const one of steps) {
    life.now += one.gap;
    const who = whoFor(one, life.state);
    const command = commandFor(one, life.state, life.now);
    const outcome = attempt(() => decide(contextOf(who, life.now), life.state, command));
    watch(life.state, { who, command, now: life.now }, outcome);
    if (typeof outcome === 'string') continue;
    life.events.push(...outcome.events);
    life.state = freeze(outcome.state);
    life.done++;
  }
  return life;
}

function attempt(decision: () => Decision): Decision | string {
  try {
    return decision();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

const lives = fc.record({
  playbook: fc.constantFrom<ShippedId>('resolution-flow', 'response-toolkit'),
  lateMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 * 86_400_000 })),
  steps: fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }),
});
const check = (runs: number, property: (life: { playbook: ShippedId; lateMs: number; steps: Step[] }) => void) =>
  fc.assert(fc.property(lives, property), { numRuns: runs });

const runsOf = (state: TicketState) => Map.groupBy(state.clocks, (run) => run.clock);
const runsAboutOne = (state: TicketState) => Map.groupBy(state.clocks, (run) => `${run.clock} ${run.subject}`);

describe('whatever happens to a ticket', { timeout: 60_000 }, () => {
  it('its events count on without a gap and without going back in time', () => {
    check(100, ({ playbook, lateMs, steps }) => {
      const { events, state } = live(playbook, lateMs, steps);
      expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
      expect(events.every((event, index) => index === 0 || event.at >= (events[index - 1]?.at ?? 0))).toBe(true);
      expect([state.version, state.changedAt]).toEqual([events.length, events.at(-1)?.at]);
    });
  });

  it('folding its events gives the very same ticket, also after they were stored', () => {
    check(100, ({ playbook, lateMs, steps }) => {
      const { events, state, now } = live(playbook, lateMs, steps);
      const context = world(playbook)('system', now);
      expect(fold(context, events)).toEqual(state);
      expect(fold(context, roundTrip(events))).toEqual(roundTrip(state));
      expect(roundTrip(state)).toEqual(state);
    });
  });

  it('a decision starts from the stored facts as well as from those in memory', () => {
    check(60, ({ playbook, lateMs, steps }) => {
      const contextOf = world(playbook);
      live(playbook, lateMs, steps, (before, { who, command, now }, outcome) => {
        const again = attempt(() => decide(contextOf(who, now), roundTrip(before), command));
        expect(again).toEqual(outcome);
      });
    });
  });

  it('each warning, breach and step of a ladder is said at most once for a run', () => {
    check(100, ({ playbook, lateMs, steps }) => {
      const { events } = live(playbook, lateMs, steps);
      const said = events.flatMap(({ type, data }) =>
        type === 'clock.warned' || type === 'clock.breached' || type === 'clock.laddered'
          ? [[type, data.clock, data.cycle, 'before' in data && data.before, 'step' in data && data.step].join()]
          : [],
      );
      expect(new Set(said).size).toBe(said.length);
    });
  });

  it('a clock has one open run at most for what it is about, its latest; cycles count from one; a closed ticket has none', () => {
    check(100, ({ playbook, lateMs, steps }) => {
      live(playbook, lateMs, steps, (_, __, outcome) => {
        if (typeof outcome === 'string') return;
        const { state } = outcome;
        for (const runs of runsOf(state).values())
          expect(runs.map((run) => run.cycle)).toEqual(runs.map((_, index) => index + 1));
        for (const runs of runsAboutOne(state).values()) expect(runs.slice(0, -1).some(isRunOpen)).toBe(false);
        if (state.status === 'closed') expect(state.clocks.filter(isRunOpen)).toEqual([]);
      });
    });
  });

  it('the outcome of every run is true to its times', () => {
    check(100, ({ playbook, lateMs, steps }) => {
      for (const run of live(playbook, lateMs, steps).state.clocks) expect(contradiction(run)).toBeNull();
    });
  });

  it('runs are paused exactly while the ticket waits for what they stop for', () => {
    check(100, ({ playbook, lateMs, steps }) => {
      live(playbook, lateMs, steps, (_, __, outcome) => {
        if (typeof outcome === 'string') return;
        const { wait, clocks } = outcome.state;
        for (const run of clocks.filter(isRunOpen)) {
          const isHeld = wait !== null && compiledOf(playbook).clock(run.clock).pauses.includes(wait.for);
          expect([run.clock, run.status]).toEqual([run.clock, isHeld ? 'paused' : 'running']);
          expect(run.pauses.filter((pause) => pause.to === null)).toHaveLength(isHeld ? 1 : 0);
        }
      });
    });
  });

  it('its cycle is one more than it was reopened, its level what was last escalated to', () => {
    check(100, ({ playbook, lateMs, steps }) => {
      const { events, state } = live(playbook, lateMs, steps);
      expect(state.cycle).toBe(1 + events.filter((event) => event.type === 'ticket.reopened').length);
      expect(state.escalation).toBe(events.filter((event) => event.type === 'ticket.escalated').length);
    });
  });

  it('what was said stands only in texts: never in the clear half of events or facts', () => {
    check(100, ({ playbook, lateMs, steps }) => {
      const { events, state } = live(playbook, lateMs, steps);
      const { text, ...facts } = state;
      expect(JSON.stringify([facts, events.map((event) => event.data)])).not.toContain(secret);
      expect(text).not.toBeNull();
    });
  });

  it('it gets on: these lives reach every step, second handling and the end', () => {
    const seen = new Set<string>();
    // It says how the lives are made, not how tickets are, so it is asked of the same lives each time: chance would now and then miss a step.
    for (const { playbook, lateMs, steps } of fc.sample(lives, { numRuns: 100, seed: 20_260_302 })) {
      for (const event of live(playbook, lateMs, steps).events)
        seen.add(event.type === 'stage.entered' ? `${playbook} ${event.data.stage}` : event.type);
    }
    for (const stage of ['classify', 'assign', 'analyse', 'carry-out', 'confirm', 'archive'])
      expect(seen).toContain(`resolution-flow ${stage}`);
    for (const stage of ['assign', 'handle', 'result', 'archive']) expect(seen).toContain(`response-toolkit ${stage}`);
    for (const type of ['ticket.closed', 'ticket.reopened', 'handoff.bounced', 'clock.laddered', 'wait.ended'])
      expect(seen).toContain(type);
  });
});

describe('the passing of time', { timeout: 60_000 }, () => {
  const ahead = fc.oneof(fc.integer({ min: 0, max: 3_600_000 }), fc.integer({ min: 0, max: 12 * 86_400_000 }));

  it('is said once: a second look says nothing, and nothing is left to say at or before now', () => {
    fc.assert(
      fc.property(lives, ahead, ({ playbook, lateMs, steps }, ms) => {
        const { state, now } = live(playbook, lateMs, steps);
        const context = world(playbook)('system', Math.max(now + ms, state.changedAt));
        const said = decideTick(context, state);
        for (const run of said.state.clocks)
          expect(wakeAt(context, run) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(context.now);
        expect(decideTick(context, freeze(said.state))).toEqual({ events: [], state: said.state });
        expect(said.events.every((event) => event.actor.kind === 'system')).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  it('brings the same in one look as in one look at each due moment, but for warnings overtaken', () => {
    fc.assert(
      fc.property(lives, ahead, ({ playbook, lateMs, steps }, ms) => {
        const contextOf = world(playbook);
        const life = live(playbook, lateMs, steps);
        const start = decideTick(contextOf('system', life.now), life.state).state;
        const end = Math.max(life.now + ms, start.changedAt);
        const atOnce = decideTick(contextOf('system', end), freeze(start));
        const stepwise = lookAtEachMoment(contextOf, start, end);
        expect(essence(atOnce.events)).toEqual(essence(stepwise.events));
        expect(atOnce.state.clocks.map(withoutWarnings)).toEqual(stepwise.state.clocks.map(withoutWarnings));
        const looked = new Set(stepwise.events.map(warningOf));
        expect(atOnce.events.map(warningOf).every((warning) => looked.has(warning))).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  function lookAtEachMoment(contextOf: ReturnType<typeof world>, start: TicketState, end: number): Decision {
    const all: Decision = { events: [], state: start };
    for (;;) {
      const context = contextOf('system', end);
      const next = Math.min(...all.state.clocks.map((run) => wakeAt(context, run) ?? Number.POSITIVE_INFINITY));
      if (next > end) break;
      const { events, state } = decideTick({ ...context, now: next }, all.state);
      all.events.push(...events);
      all.state = state;
    }
    // A wait while no promise is running wakes nobody; it is over at the next look.
    const last = decideTick(contextOf('system', end), all.state);
    return { events: [...all.events, ...last.events], state: last.state };
  }

  const isWarning = (event: TicketEvent) => event.type === 'clock.warned';
  const warningOf = (event: TicketEvent) => (event.type === 'clock.warned' ? JSON.stringify(event.data) : '');
  const essence = (events: readonly TicketEvent[]) =>
    events.filter((event) => !isWarning(event)).map(({ type, data }) => ({ type, data }));
  const withoutWarnings = ({ warned: _, ...run }: ClockRun) => run;
});

describe('the buttons', { timeout: 60_000 }, () => {
  it('agree with the engine: what they allow is not forbidden, what they do not allow is refused with their reason', () => {
    check(100, ({ playbook, lateMs, steps }) => {
      const contextOf = world(playbook);
      live(playbook, lateMs, steps, (before, { who, command, now }, outcome) => {
        if (command.do === 'submit-form' && command.form !== compiledOf(playbook).stage(before.stage).form) return;
        const context = contextOf(who, Math.max(now, before.changedAt));
        const { state } = decideTick(context, before);
        const button = availableActions(context, state, context.actor).find((one) => one.do === command.do);
        if (!button?.isAllowed) expect(outcome).toBe(button?.why);
        else
          expect(['auth.forbidden', 'ticket.closed', 'wait.already', 'wait.none', 'handoff.none']).not.toContain(
            outcome,
          );
      });
    });
  });
});

/** What does not fit in how a run is said to have ended. */
function contradiction(run: ClockRun): string | null {
  const { status, stop, due, breachedAt } = run;
  if (isRunOpen(run)) return stop === null ? null : 'open and stopped';
  if (stop === null) return 'ended without a stop';
  if (run.pauses.some((pause) => pause.to === null)) return 'ended and still paused';
  if (status === 'late') return breachedAt === null ? 'late and never broken' : null;
  if (status === 'met') {
    if (breachedAt !== null) return 'met and broken';
    return due !== null && stop > due ? 'met after it was due' : null;
  }
  return status === 'ended' && breachedAt !== null ? 'ended and broken' : null;
}
