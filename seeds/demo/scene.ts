import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import type { Answers } from '../../src/domain/ticket/events.ts';
import type { Demand } from './demands.ts';
import type { Player } from './player.ts';
import type { Chance } from './random.ts';
import type { Troupe } from './resolution.ts';

const hourMs = 3_600_000;

/** One demand that departments work on together, as those who play it say what they do. Which way it goes is drawn beforehand. */
export type Way = { isHard: boolean; rating: 'satisfied' | 'basically-satisfied' };

/** How a demand is played: each `yield` lets so many minutes pass, at least and at most, and none follows once the present is reached. */
export type Play = (scene: Scene) => AsyncGenerator<readonly [low: number, high: number], void>;

export class Scene {
  readonly demand: Demand;
  readonly way: Way;
  /** Login of whoever registered it, and sees it through. */
  readonly agent: string;
  readonly #player: Player;
  readonly #troupe: Troupe;

  constructor(player: Player, troupe: Troupe, chance: Chance, demand: Demand, agent: string) {
    this.#player = player;
    this.#troupe = troupe;
    this.demand = demand;
    this.agent = agent;
    this.way = {
      isHard: chance.next() < 0.5,
      rating: chance.pick(['satisfied', 'satisfied', 'basically-satisfied']),
    };
  }

  get owner(): string {
    return this.demand.owner;
  }

  id(login: string): number {
    return this.#troupe.id(login);
  }

  inHours(hours: number): number {
    return this.#player.now + hours * hourMs;
  }

  isoInHours(hours: number): string {
    return new Date(this.inHours(hours)).toISOString();
  }

  async act(login: string, command: TicketCommand): Promise<void> {
    await this.#player.do(this.#troupe.actor(login), command);
  }

  fill(login: string, form: string, answers: Answers): Promise<void> {
    return this.act(login, { do: 'submit-form', form, answers });
  }

  tell(kind: 'response' | 'progress' | 'result', message: string, eta: number | null = null): Promise<void> {
    return this.act(this.agent, { do: 'inform-customer', kind, via: 'phone', message, eta });
  }

  nameDepartment(department: string, role: 'responsible' | 'involved', why: string): Promise<void> {
    return this.act(this.agent, { do: 'name-party', kind: 'department', department, role, name: '', contact: '', why });
  }

  /** The solution as one item for whoever carries it out. */
  circulate(who: string, hours: number): Promise<void> {
    const { solution, how } = this.demand;
    const items = [{ what: solution, how, who, when: this.inHours(hours) }];
    return this.act(this.agent, { do: 'circulate-solution', summary: solution, items });
  }

  answer(
    login: string,
    party: string,
    round: number,
    answer: 'confirmed' | 'objected' = 'confirmed',
    note = '',
  ): Promise<void> {
    return this.act(login, { do: 'answer-solution', round, party, answer, via: 'phone', note });
  }
}
