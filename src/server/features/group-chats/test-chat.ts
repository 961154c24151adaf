import type { ChatTest } from '../../../contract/group-chat.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { postMessage } from '../../channels/group-chat/post-message.ts';
import type { GroupChatDeps } from './deps.ts';
import { testMessage } from './message-of.ts';
import { readRobot } from './sealed-robot.ts';
import { findChat } from './store-chats.ts';

/** Posts now, also where posting is switched off, and says what the robot answered. @throws Refusal group-chat.none, group-chat.needs-address */
export async function testChat(deps: GroupChatDeps, department: string): Promise<ChatTest> {
  const { pool, clock } = deps.engine;
  const chat = await findChat(pool, department);
  if (!chat) throw new Refusal('group-chat.none', 'department');
  const directory = await deps.source.directory();
  const name = directory.department(department)?.[chat.language] ?? department;
  const message = testMessage(directory.organisation, name, chat.language);
  const robot = readRobot(deps.key, department, chat.secret);
  if (!robot) throw new Refusal('group-chat.needs-address', 'url');
  const reply = await postMessage(deps.outbound, chat.product, robot, message, clock.now());
  return reply.isPosted
    ? { isPosted: true, problem: null, answer: '' }
    : { isPosted: false, problem: reply.problem, answer: reply.answer };
}
