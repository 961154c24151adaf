import type { EventActor } from '../ticket/actor.ts';
import type { Answers, TicketEvent } from '../ticket/events.ts';

/** A form as it was last filled in within one cycle of handling. */
export type Submission = {
  form: string;
  cycle: number;
  seq: number;
  at: number;
  by: EventActor;
  answers: Answers;
};

/** Every form of the ticket by cycle, oldest first. Corrections within a cycle replace what stood there. */
export function submissionsOf(events: readonly TicketEvent[]): Submission[] {
  const latest = new Map<string, Submission>();
  let cycle = 1;
  for (const event of events) {
    if (event.type === 'ticket.reopened') cycle = event.data.cycle;
    if (event.type !== 'ticket.registered' && event.type !== 'form.submitted') continue;
    latest.set(`${event.data.form} ${cycle}`, {
      form: event.data.form,
      cycle,
      seq: event.seq,
      at: event.at,
      by: event.actor,
      answers: { ...event.data.answers, ...event.text?.answers },
    });
  }
  return [...latest.values()].sort((a, b) => a.cycle - b.cycle || a.seq - b.seq);
}
