import { subjectsOf } from '../coordination/subjects.ts';
import { type ClockPattern, clockEvents } from '../playbook/schema-clock.ts';
import type { TicketContext } from './context.ts';
import type { TicketEvent } from './events.ts';

/** What of an event clocks listen to. One event can be several moments: a registration is also the receipt before it. */
export type Moment = {
  on: ClockPattern['on'];
  at: number;
  seq: number;
  stage?: string;
  form?: string;
  kind?: string;
  answer?: string;
  /** What it is about: clocks of that scope are moved one by one. None for what concerns the ticket as a whole. */
  subjects: readonly string[];
};

type Narrowed = Pick<Moment, 'stage' | 'form' | 'kind' | 'answer'>;

const timed: ReadonlySet<string> = new Set(clockEvents);

/** `handoff` is the number of the ticket's latest hand-off, this event included. */
export function momentsOf(
  { playbook }: Pick<TicketContext, 'playbook'>,
  handoff: number,
  event: TicketEvent,
): Moment[] {
  const subjects = subjectsOf(event, handoff);
  const { at, seq } = event;
  if (event.type === 'ticket.registered') {
    const { form, receivedAt } = event.data;
    return [
      { on: 'ticket.received', at: receivedAt, seq, subjects },
      { on: 'ticket.registered', at, seq, subjects },
      { on: 'form.submitted', at, seq, form, subjects },
      { on: 'stage.completed', at, seq, stage: playbook.firstStage.id, subjects },
    ];
  }
  // A form that is corrected later on starts and stops nothing: what it stands for happened before.
  if (event.type === 'form.submitted' && playbook.stage(event.data.stage).form !== event.data.form) return [];
  if (!timed.has(event.type)) return [];
  const { stage, form, kind, answer } = event.data as Narrowed;
  return [{ on: event.type as ClockPattern['on'], at, seq, stage, form, kind, answer, subjects }];
}

export function matches(patterns: readonly ClockPattern[], moment: Moment): boolean {
  return patterns.some(
    (pattern) =>
      pattern.on === moment.on &&
      (pattern.stage === undefined || pattern.stage === moment.stage) &&
      (pattern.form === undefined || pattern.form === moment.form) &&
      (pattern.kind === undefined || pattern.kind === moment.kind) &&
      (pattern.answer === undefined || pattern.answer === moment.answer),
  );
}
