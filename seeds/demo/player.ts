import type { Actor } from '../../src/domain/ticket/actor.ts';
import { systemActor } from '../../src/domain/ticket/actor.ts';
import { wakeAt } from '../../src/domain/ticket/clock-due.ts';
import { isRunOpen } from '../../src/domain/ticket/clock-run.ts';
import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import { decideTick } from '../../src/domain/ticket/decide.ts';
import type { TicketState } from '../../src/domain/ticket/state.ts';
import { actOnTicket, contextOf, type Engine, keep, loadForActor } from '../../src/server/features/tickets/index.ts';

/** Plays a ticket's story through the use cases, with the clocks saying their warnings and breaches when they were due. */
export class Player {
  readonly #engine: Engine;
  readonly #id: number;
  #at: number;
  readonly #end: number;
  #state: TicketState | null = null;

  /** `end` is the present: what would happen later has not happened. */
  constructor(engine: Omit<Engine, 'clock'>, id: number, start: number, end: number) {
    this.#id = id;
    this.#at = start;
    this.#end = end;
    this.#engine = { ...engine, clock: { now: () => this.#at } };
  }

  get now(): number {
    return this.#at;
  }

  /** False when that time has not come yet; the ticket stays as it is then. */
  async after(minutes: number): Promise<boolean> {
    const until = Math.round(this.#at + minutes * 60_000);
    await this.#passTime(Math.min(until, this.#end));
    this.#at = Math.min(until, this.#end);
    return until < this.#end;
  }

  /** When this promise is due, null when it runs no more or is broken: of the ticket as it was last acted on. */
  running(clock: string): number | null {
    const run = this.#state?.clocks.find((one) => one.clock === clock && isRunOpen(one) && one.breachedAt === null);
    return run?.due ?? null;
  }

  async number(): Promise<string> {
    return (await loadForActor(this.#engine, systemActor, this.#id)).state.number;
  }

  async do(actor: Actor, command: TicketCommand): Promise<TicketState> {
    const { state } = await actOnTicket(this.#engine, actor, this.#id, null, command);
    this.#state = state;
    return state;
  }

  async #passTime(until: number): Promise<void> {
    for (;;) {
      const loaded = await loadForActor(this.#engine, systemActor, this.#id);
      const context = contextOf(this.#engine, loaded.state);
      const wakes = loaded.state.clocks
        .map((run) => wakeAt(context, run))
        .filter((at) => at !== null && at <= until) as number[];
      if (wakes.length === 0) return;
      this.#at = Math.max(this.#at, Math.min(...wakes));
      const decision = decideTick(
        { ...context, directory: this.#engine.directory, actor: systemActor, now: this.#at },
        loaded.state,
      );
      if (!(await keep(this.#engine, loaded, decision))) throw new Error('the demo is not alone on its tickets');
    }
  }
}
