import { type Actor, eventActor } from './actor.ts';
import type { DecisionContext } from './context.ts';
import type { Happening, TicketEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { TicketState } from './state.ts';
import { checkKept } from './words.ts';

export type Decision = { events: TicketEvent[]; state: TicketState };

/** Events so far and the ticket as they leave it; each step decides on what the one before it brought. */
export class Draft {
  readonly #context: DecisionContext;
  readonly #events: TicketEvent[] = [];
  #state: TicketState;

  constructor(context: DecisionContext, state: TicketState) {
    this.#context = context;
    this.#state = state;
  }

  get state(): TicketState {
    return this.#state;
  }

  add(happenings: readonly Happening[], actor: Actor = this.#context.actor): void {
    for (const happening of happenings) {
      const event: TicketEvent = {
        ...withoutEmptyText(happening),
        seq: this.#state.version + 1,
        at: this.#context.now,
        actor: eventActor(actor),
      };
      checkKept(this.#context, event);
      this.#events.push(event);
      this.#state = evolve(this.#context, this.#state, event);
    }
  }

  decision(): Decision {
    return { events: this.#events, state: this.#state };
  }
}

/** Machines whose clocks differ a little may act on one ticket: its events keep their order in time all the same. */
export function notBefore(context: DecisionContext, { changedAt }: TicketState): DecisionContext {
  return context.now < changedAt ? { ...context, now: changedAt } : context;
}

/** Nothing said is null, whatever the event: so is it stored, and so is it folded again. */
function withoutEmptyText<T extends { text: unknown }>(happening: T): T {
  return happening.text !== null && isEmpty(happening.text) ? { ...happening, text: null } : happening;
}

function isEmpty(value: unknown): boolean {
  return value === '' || (typeof value === 'object' && value !== null && Object.values(value).every(isEmpty));
}
