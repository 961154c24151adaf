import type { Answers } from '../../src/domain/ticket/events.ts';
import type { Context } from '../../src/server/context.ts';
import { registerTicket } from '../../src/server/features/tickets/index.ts';
import { coordinationDemands, type Demand, handoffDemands, huiyinDemands, quickDemands } from './demands.ts';
import { playCoordination } from './play-coordination.ts';
import { playHandoff } from './play-handoff.ts';
import { playHuiyin } from './play-huiyin.ts';
import { playQuickResponse } from './play-quick-response.ts';
import { Player } from './player.ts';
import type { Chance } from './random.ts';
import type { Troupe } from './resolution.ts';
import { type Play, Scene } from './scene.ts';

/** Demands under the four playbooks on which departments work together: some over weeks ago, some half-way now. */

const hourMs = 3_600_000;
/** How long ago each demand came: the first are over, the last are somewhere on their way. */
const hoursAgo = [470, 200, 26, 4];

type Customer = { name: string; contact: string };
type Piece = {
  playbook: string;
  demands: readonly Demand[];
  agents: readonly string[];
  play: Play;
  /** What its registration asks for besides name, contact, channel and time. */
  answers: (demand: Demand) => Answers;
};

const serviceAgents = ['chen', 'lin', 'wu', 'xu'];
const pieces: readonly Piece[] = [
  {
    playbook: 'handoff',
    demands: handoffDemands,
    agents: serviceAgents,
    play: playHandoff,
    answers: ({ category, what, wish }) => ({
      'customer-standing': 'new',
      'customer-level': category === 'complaint-rights' ? 'vip' : 'regular',
      'first-category': category,
      'what-went-wrong': what,
      expectation: wish,
    }),
  },
  {
    playbook: 'coordination',
    demands: coordinationDemands,
    agents: serviceAgents,
    play: playCoordination,
    answers: ({ what, wish }) => ({
      'customer-type': 'individual',
      description: what,
      demand: wish,
      'tried-already': '客服已道歉并安排过一次，没有解决',
    }),
  },
  {
    playbook: 'quick-response',
    demands: quickDemands,
    agents: ['luo', 'fan'],
    play: playQuickResponse,
    answers: ({ category, what, wish }) => ({
      'customer-type': 'existing',
      'first-type': category,
      description: what,
      'core-demand': wish,
    }),
  },
  {
    playbook: 'huiyin',
    demands: huiyinDemands,
    agents: serviceAgents,
    play: playHuiyin,
    answers: ({ category, scenario, what, wish }) => ({
      'customer-standing': 'new',
      'customer-type': 'existing',
      'first-category': category,
      occurred: `今天，${scenario}`,
      description: what,
      expectation: wish,
    }),
  },
];

export async function seedCooperation(
  context: Context,
  troupe: Troupe,
  chance: Chance,
  customers: readonly Customer[],
  end: number,
): Promise<number> {
  const showings = pieces.flatMap((piece) =>
    hoursAgo.flatMap((hours, turn) =>
      [0, 1].map((half) => {
        const demand = piece.demands[(turn * 2 + half) % piece.demands.length];
        if (demand === undefined) throw new Error(`the demo has no demands under ${piece.playbook}`);
        return { piece, demand, at: end - Math.round(hours * (0.75 + chance.next() / 4) * hourMs) };
      }),
    ),
  );
  showings.sort((a, b) => a.at - b.at);
  for (const { piece, demand, at } of showings) await show(context, troupe, chance, piece, demand, customers, at, end);
  return showings.length;
}

async function show(
  context: Context,
  troupe: Troupe,
  chance: Chance,
  { playbook, agents, answers, play }: Piece,
  demand: Demand,
  customers: readonly Customer[],
  at: number,
  end: number,
): Promise<void> {
  const { name, contact } = chance.pick(customers);
  const agent = chance.pick(agents);
  const registeredAt = Math.min(at + chance.between(3, 20) * 60_000, end);
  const engine = { ...context.engine, clock: { now: () => registeredAt } };
  const { ticketId } = await registerTicket(engine, troupe.actor(agent), {
    playbook,
    answers: {
      'customer-name': name,
      'customer-contact': contact,
      channel: demand.channel,
      'received-at': new Date(at).toISOString(),
      ...answers(demand),
    },
  });
  const player = new Player(context.engine, ticketId, registeredAt, end);
  const scene = new Scene(player, troupe, chance, demand, agent);
  for await (const [low, high] of play(scene)) if (!(await player.after(chance.between(low, high)))) break;
  await player.after((end - player.now) / 60_000);
}
