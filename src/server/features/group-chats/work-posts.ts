import { chatProblems, isTooLate, pauseAfter } from '../../../domain/group-chat/problems.ts';
import { postMessage } from '../../channels/group-chat/post-message.ts';
import type { RobotReply } from '../../channels/group-chat/product.ts';
import { isUnavailable } from '../../database/pool.ts';
import { type HandOffMessage, readHandOffMessage } from '../outputs/index.ts';
import { loadRows, withoutText } from '../tickets/index.ts';
import type { GroupChatDeps } from './deps.ts';
import { messageOf } from './message-of.ts';
import { openRobot } from './sealed-robot.ts';
import { type ChatRow, findChat } from './store-chats.ts';
import { claimPost, type DuePost, postponeDepartment, postponePost, settlePost } from './store-posts.ts';

/**
 * Posts hand-offs in the group chats of their departments: claimed, posted with no transaction open, recorded. Robots cannot tell a message that
 * comes twice, so a process that dies between posting and recording leaves it to be posted again once the claim has run out: the department
 * hears of it twice rather than never (docs/decisions/0023-posts-come-at-least-once.md).
 */

/** Longer than any robot may take to answer. */
const claimMs = 60_000;

type Outcome = RobotReply | { isOver: true };

const noAnswer: Outcome = { isPosted: false, problem: 'timeout', answer: '' };

/** Tried before, and never heard of again for hours: whoever tried it died, perhaps of it. */
const wasLost = ({ tries, at, problem }: DuePost, now: number) => tries > 1 && problem === null && isTooLate(now - at);

/** The one that is due first. False when none is. */
export async function workPost(deps: GroupChatDeps): Promise<boolean> {
  const { pool, clock } = deps.engine;
  const now = clock.now();
  const due = await claimPost(pool, { now, until: now + claimMs });
  if (due === null) return false;
  await record(deps, due, wasLost(due, now) ? noAnswer : await outcomeOf(deps, due));
  return true;
}

/** What cannot be made into a post is set aside, and stops no other. */
async function outcomeOf(deps: GroupChatDeps, due: DuePost): Promise<Outcome> {
  try {
    return await tryPost(deps, due);
  } catch (error) {
    if (isUnavailable(error)) throw error;
    deps.engine.logger.error({ error, ticket: due.ticketId }, 'a hand-off could not be made into a post');
    return { isPosted: false, problem: 'internal', answer: '' };
  }
}

async function tryPost(deps: GroupChatDeps, due: DuePost): Promise<Outcome> {
  const chat = await findChat(deps.engine.pool, due.department);
  if (!chat?.isOn) return { isOver: true };
  const { language } = chat;
  const handOff = await readHandOffMessage(deps.source, due.ticketId, { language, now: deps.engine.clock.now() });
  if (!isCurrent(handOff, due)) return { isOver: true };
  if (isTooLate(deps.engine.clock.now() - due.at)) return tooLate(due);
  return post(deps, chat, handOff);
}

/** Given back, handed on or closed since: a post would send people to work that is not theirs any more. */
function isCurrent({ facts, handedOffAt }: HandOffMessage, { seq }: DuePost): boolean {
  return facts.isHandedOff && handedOffAt === seq && facts.status !== 'closed';
}

/** The server stood still, its others kept it waiting, or it comes out of a backup and was posted long ago. */
function tooLate({ problem, answer }: DuePost): RobotReply {
  return problem === null
    ? { isPosted: false, problem: 'late', answer: '' }
    : { isPosted: false, problem, answer: answer ?? '' };
}

async function post(deps: GroupChatDeps, chat: ChatRow, handOff: HandOffMessage): Promise<RobotReply> {
  const { department, product, secret, language } = chat;
  const robot = openRobot(deps.key, department, secret);
  const message = await messageOf(deps, handOff, language);
  return postMessage(deps.outbound, product, robot, message, deps.engine.clock.now());
}

async function record(deps: GroupChatDeps, due: DuePost, outcome: Outcome): Promise<void> {
  const { pool, clock } = deps.engine;
  const now = clock.now();
  const nothing = { problem: null, answer: '' };
  let told: number[] = [];
  if ('isOver' in outcome) await settlePost(pool, due, 'dropped', nothing, now);
  else if (outcome.isPosted) await settlePost(pool, due, 'posted', nothing, now);
  else {
    const { isLasting } = chatProblems[outcome.problem];
    const pause = isLasting ? null : pauseAfter(due.tries, now - due.at);
    if (pause === null) told = await settlePost(pool, due, 'failed', outcome, now);
    else {
      await postponePost(pool, due, outcome, now + pause);
      // It is the robot that cannot now, not the message: its others would only keep those of other departments waiting.
      await postponeDepartment(pool, due.department, now + pause);
    }
  }
  await tell(deps, due.ticketId, told);
}

/** Consoles that have the ticket open fetch anew what became of it, those of `told` their inbox. */
async function tell({ engine }: GroupChatDeps, ticketId: number, told: readonly number[]): Promise<void> {
  const [row] = await loadRows(engine.pool, [ticketId]);
  if (row) engine.live.tell(withoutText(engine.ring, row).state, told);
}
