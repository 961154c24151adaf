import type { ChatProduct } from '../../../domain/group-chat/products.ts';
import { type Outbound, OutboundError } from '../../platform/outbound/outbound.ts';
import { dingtalk } from './dingtalk.ts';
import { feishu } from './feishu.ts';
import type { GroupMessage, Robot, RobotProtocol, RobotReply } from './product.ts';
import { wecom } from './wecom.ts';

const protocols: Readonly<Record<ChatProduct, RobotProtocol>> = { wecom, dingtalk, feishu };

/** Longer answers are no answers. */
const mostAnswer = 300;

/**
 * Has a robot post a message, and says what came of it. Robots know no key by which a message that comes twice could be told: when the answer
 * is lost, nobody knows whether it was posted.
 */
export async function postMessage(
  outbound: Outbound,
  product: ChatProduct,
  robot: Robot,
  message: GroupMessage,
  now: number,
): Promise<RobotReply> {
  const { url, body } = protocols[product].request(robot, message, now);
  try {
    const { status, text } = await outbound.postJson(url, body);
    return withoutEcho(readAnswer(protocols[product], status, text), robot, message);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    const { problem, cause } = error;
    // A code such as ECONNREFUSED; the message may hold the address, which is secret.
    const answer = (cause as NodeJS.ErrnoException | undefined)?.code ?? '';
    return { isPosted: false, problem: problem === 'too-long' ? 'not-a-robot' : problem, answer };
  }
}

function readAnswer({ readReply }: RobotProtocol, status: number, text: string): RobotReply {
  const reply = readReply(parsed(text));
  // Some products say why beside a status that is an error as well.
  if (reply !== null && (status === 200 || !reply.isPosted)) return reply;
  const answer = `HTTP ${status}`;
  if (status === 429) return { isPosted: false, problem: 'rate-limit', answer };
  if (status >= 500 || status === 408) return { isPosted: false, problem: 'busy', answer };
  return { isPosted: false, problem: status >= 400 ? 'address' : 'not-a-robot', answer };
}

/**
 * Of an answer that repeats what it was asked by or given only the code is kept: whoever reads the ticket reads it and could post by the address,
 * and what a customer said lies nowhere unsealed.
 */
function withoutEcho(reply: RobotReply, { url, secret }: Robot, { lines }: GroupMessage): RobotReply {
  if (reply.isPosted) return reply;
  const { answer } = reply;
  const { pathname, searchParams } = new URL(url);
  const secrets = [secret ?? '', ...searchParams.values(), ...pathname.split('/')].filter((one) => one.length >= 8);
  const isEcho = secrets.some((one) => answer.includes(one)) || sharesWords(answer, lines.join('\n'));
  return { ...reply, answer: isEcho ? (/^-?\d+/.exec(answer)?.[0] ?? '') : answer.slice(0, mostAnswer) };
}

/** So many signs in a row are no accident. */
const leastShared = 5;

function sharesWords(answer: string, said: string): boolean {
  for (let at = 0; at + leastShared <= Math.min(answer.length, mostAnswer); at++)
    if (said.includes(answer.slice(at, at + leastShared))) return true;
  return false;
}

function parsed(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    // Whoever answers in something else than JSON is no robot, which the caller says.
    return {};
  }
}
