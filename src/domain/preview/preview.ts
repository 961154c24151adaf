import type { Calendar } from '../calendar/calendar.ts';
import type { CompiledPlaybook } from '../playbook/compile.ts';
import { Refusal } from '../refusal.ts';
import { systemActor } from '../ticket/actor.ts';
import type { DecisionContext } from '../ticket/context.ts';
import { decide, decideTick } from '../ticket/decide.ts';
import type { TicketEvent } from '../ticket/events.ts';
import { decideRegistration } from '../ticket/register.ts';
import type { TicketState } from '../ticket/state.ts';
import { nextOnPlainWay, type SampleMoment, stepsOf } from './moments.ts';
import { type Sample, sampleAnswers, sampleDirectory } from './sample.ts';

/**
 * What would become of a ticket under a playbook, told by the very functions that run tickets: a made-up ticket is registered, given the
 * commands of the sample and folded. Pure; instants are epoch ms.
 */
export type PreviewSample = Sample & { receivedAt: number; moments: readonly SampleMoment[] };

export type PreviewStep = {
  at: number;
  moment: SampleMoment;
  /** The stage that it led to; where it was refused, the stage it stayed at. */
  stage: string;
  /** Why it could not happen then. */
  refusal: Refusal | null;
};
/** `breached` etc. are what the engine said by itself meanwhile; it is not asked beyond the last moment. */
export type Preview = { state: TicketState; events: TicketEvent[]; steps: PreviewStep[] };

export type PreviewParts = { playbook: CompiledPlaybook; calendar: Calendar };

/** @throws Refusal playbook.priority-unknown, playbook.category-unknown */
export function previewTicket(parts: PreviewParts, sample: PreviewSample): Preview {
  const { playbook } = parts;
  playbook.priority(sample.priority);
  if (sample.category !== null) playbook.category(sample.category);
  const context = (now: number): DecisionContext => ({
    ...parts,
    directory: sampleDirectory(playbook),
    actor: systemActor,
    now,
  });
  let { state, events } = register(context(sample.receivedAt), sample);
  const steps: PreviewStep[] = [];
  const moments = sample.moments.toSorted((left, right) => left.afterMs - right.afterMs);
  for (const moment of moments) {
    const at = sample.receivedAt + moment.afterMs;
    const done = step(context(at), state, sample, moment);
    state = done.state;
    events = [...events, ...done.events];
    steps.push({ at, moment, stage: state.stage, refusal: done.refusal });
  }
  return { state, events, steps };
}

const stepMs = 30 * 60_000;
/** More steps than any playbook has. */
const longestWay = 60;

/** The way of a ticket that nothing hinders, a step every half hour: for a first look. */
export function plainWay(parts: PreviewParts, sample: Omit<PreviewSample, 'moments'>): SampleMoment[] {
  const moments: SampleMoment[] = [];
  while (moments.length < longestWay) {
    const { state } = previewTicket(parts, { ...sample, moments });
    const next = state.status === 'closed' ? null : nextOnPlainWay(parts.playbook, state);
    if (next === null) break;
    moments.push({ ...next, afterMs: (moments.length + 1) * stepMs });
  }
  return moments;
}

function register(context: DecisionContext, sample: PreviewSample) {
  const { playbook, now } = context;
  const { id, version } = playbook.source;
  const versions = { playbook: { id, version }, calendar: { id: 'preview', version: 1 } };
  const registered = decideRegistration(context, versions, {
    number: 'PREVIEW',
    customerId: 0,
    channel: playbook.source.channels[0]?.id ?? '',
    receivedAt: sample.receivedAt,
    answers: sampleAnswers(playbook, playbook.firstForm, sample, now),
  });
  // Where the first form says nothing of it, the ticket is classified at once: that is what the sample is for.
  const { priority, category } = registered.state;
  if (priority === sample.priority && (sample.category === null || category === sample.category)) return registered;
  const words = { priority: sample.priority, ...(sample.category !== null && { category: sample.category }) };
  const classified = decide(context, registered.state, { do: 'classify', ...words, reason: '…' });
  return { events: [...registered.events, ...classified.events], state: classified.state };
}

type Done = { state: TicketState; events: TicketEvent[]; refusal: Refusal | null };

/** What falls due before a moment is said at its own time, as the engine does. A moment happens whole or not at all. */
function step(context: DecisionContext, before: TicketState, sample: Sample, moment: SampleMoment): Done {
  const ticked = decideTick(context, before);
  try {
    let { events, state } = ticked;
    for (const commandsAt of stepsOf({ playbook: context.playbook, sample, moment, now: context.now })) {
      for (const command of commandsAt(state)) {
        const done = decide(context, state, command);
        events = [...events, ...done.events];
        state = done.state;
      }
    }
    return { events, state, refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { ...ticked, refusal: error };
    throw error;
  }
}
