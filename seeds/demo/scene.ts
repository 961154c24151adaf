import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import type { Answers } from '../../src/domain/ticket/events.ts';
import type { Demand } from './demands.ts';
import type { Player } from './player.ts';
import type { Chance } from './random.ts';
import type { Troupe } from './resolution.ts';

const hourMs = 3_600_000;

/** How the first hand-off goes: it is taken, or it comes back, and is made again as it should have been. */
export type HandOffTurn = 'taken' | 'wrong-department' | 'missing-field' | 'declined';

/** One demand that departments work on together, as those who play it say what they do. Which way it goes is drawn beforehand. */
export type Way = { isHard: boolean; rating: 'satisfied' | 'basically-satisfied'; handOff: HandOffTurn };

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
      handOff: chance.pick(['taken', 'taken', 'taken', 'wrong-department', 'missing-field', 'declined']),
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

  /**
   * Hands the demand to its department; before that, where it is so drawn, to one that gives it back.
   * @param field what the hand-off forgot, where it was given back for that
   */
  async *handOff(make: (department: string, login: string) => Promise<void>, field: string): ReturnType<Play> {
    const { department, owner, helper } = this.demand;
    const { handOff } = this.way;
    if (handOff !== 'taken') {
      const isRight = handOff === 'missing-field';
      const login = isRight ? owner : helper.login;
      await make(isRight ? department : helper.department, login);
      yield [8, 45];
      await this.act(login, givenBack(handOff, field));
      yield [5, 30];
    }
    await make(department, owner);
  }

  tell(kind: 'response' | 'progress' | 'result' | 'news', message: string, eta: number | null = null): Promise<void> {
    return this.act(this.agent, { do: 'inform-customer', kind, via: 'phone', message, eta });
  }

  nameDepartment(department: string, role: 'responsible' | 'involved', why: string): Promise<void> {
    return this.act(this.agent, { do: 'name-party', kind: 'department', department, role, name: '', contact: '', why });
  }

  /** Asks the department that helps for its part. */
  askByLetter(via: ('message' | 'email')[], wantedInHours: number): Promise<void> {
    const { helper, what } = this.demand;
    return this.act(this.agent, {
      do: 'send-letter',
      party: `department:${helper.department}`,
      wantedBy: this.inHours(wantedInHours),
      via,
      contact: null,
      background: what,
      demand: helper.what,
    });
  }

  /** Which agrees, or, where it is hard, offers another time. */
  answerLetter(agreed: string, other: { inHours: number; note: string }): Promise<void> {
    const { isHard } = this.way;
    return this.act(this.demand.helper.login, {
      do: 'answer-letter',
      letter: 1,
      answer: isHard ? 'counter' : 'accepted',
      date: isHard ? this.inHours(other.inHours) : null,
      via: 'console',
      note: isHard ? other.note : agreed,
    });
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

/** What the archive says of the hand-off. */
export function qualityOf(turn: HandOffTurn): 'accurate' | 'field-missing' | 'wrong-department' {
  if (turn === 'taken') return 'accurate';
  return turn === 'missing-field' ? 'field-missing' : 'wrong-department';
}

function givenBack(turn: Exclude<HandOffTurn, 'taken'>, field: string): TicketCommand {
  switch (turn) {
    case 'wrong-department':
      return {
        do: 'bounce',
        reason: 'wrong-category',
        fields: [],
        note: '这件事的主责不在我们部门，我们只能配合，请改传主责部门',
      };
    case 'missing-field':
      return {
        do: 'bounce',
        reason: 'missing-field',
        fields: [field],
        note: '只写了现象，查不到是哪一次操作，请补问清楚再传',
      };
    case 'declined':
      return { do: 'decline', reason: '本部门没有处理权限，请传给负责这项业务的部门，需要数据时我们配合' };
  }
}
