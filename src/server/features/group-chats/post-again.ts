import { mayPostAgain } from '../../../domain/access/group-chat-rules.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { loadForActor } from '../tickets/index.ts';
import type { GroupChatDeps } from './deps.ts';
import { listPosts, takeUpAgain } from './store-posts.ts';

/** What failed is put back into the queue. @throws Refusal ticket.unknown, auth.forbidden, group-chat.post-unknown, group-chat.not-failed */
export async function postAgain(
  { engine }: Pick<GroupChatDeps, 'engine'>,
  actor: Actor,
  id: number,
  seq: number,
): Promise<void> {
  const { state } = await loadForActor(engine, actor, id);
  if (!mayPostAgain(actor, state)) throw new Refusal('auth.forbidden');
  if (await takeUpAgain(engine.pool, id, seq, engine.clock.now())) return;
  const isKnown = (await listPosts(engine.pool, id)).some((post) => post.seq === seq);
  throw isKnown
    ? new Refusal('group-chat.not-failed', 'seq')
    : new Refusal('group-chat.post-unknown', 'seq', { given: seq });
}
