import type { ClockExplanation } from '../../../contract/ticket.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { dueInput } from '../../../domain/ticket/clock-due.ts';
import type { TicketContext } from '../../../domain/ticket/context.ts';
import type { ClockRun } from '../../../domain/ticket/state.ts';
import { explainDue } from '../../../domain/time/explain.ts';
import { loadForActor } from './act-on-ticket.ts';
import { contextAt, contextOf, type Engine } from './engine.ts';
import { readEvents } from './store-events.ts';
import { clockView, iso } from './view.ts';

const mostSpans = 60;

/** Why one cycle of one clock is due when it is due. */
export async function explainClock(
  engine: Engine,
  actor: Actor,
  id: number,
  clockId: string,
  cycle: number,
): Promise<ClockExplanation> {
  const { state } = await loadForActor(engine, actor, id);
  const run = state.clocks.find((one) => one.clock === clockId && one.cycle === cycle);
  if (!run) {
    contextOf(engine, state).playbook.clock(clockId);
    throw new Refusal('clock.unknown', 'cycle', { clock: clockId, cycle });
  }
  const context = run.stopSeq === null ? contextOf(engine, state) : contextAt(engine, state, run.stopSeq);
  const [started] = await readEvents(engine.pool, id, run.startSeq - 1, 1);
  return explanationOf(context, run, started?.type ?? '', engine.clock.now());
}

/** `startedBy`: the type of the event that started it. */
export function explanationOf(context: TicketContext, run: ClockRun, startedBy: string, now: number): ClockExplanation {
  const clock = context.playbook.clock(run.clock);
  const input = dueInput(context, clock, run);
  const explained = input && explainDue(input);
  return {
    ...clockView(context, run, now),
    startedBy: { seq: run.startSeq, type: startedBy, at: iso(run.start) },
    priority: run.priority,
    timeZone: context.calendar.timeZone,
    effectiveStart: iso(explained?.effectiveStart ?? run.start),
    spans: (explained?.spans ?? [])
      .slice(0, mostSpans)
      .map((span) => ({ ...span, from: iso(span.from), to: iso(span.to) })),
    spansLeftOut: Math.max(0, (explained?.spans.length ?? 0) - mostSpans),
    pauses: (explained?.pauses ?? []).map((pause) => ({
      from: iso(pause.from),
      to: pause.to === null ? null : iso(pause.to),
      countedMs: pause.countedMs ?? 0,
    })),
    history: run.history.map(({ at, why, target, due }) => ({
      at: iso(at),
      why,
      target,
      due: due === null ? null : iso(due),
    })),
  };
}
