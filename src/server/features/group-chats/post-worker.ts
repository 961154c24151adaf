import { startWorkLoop } from '../../jobs/work-loop.ts';
import type { GroupChatDeps } from './deps.ts';
import { workPost } from './work-posts.ts';

/** Looks once a second, and goes on at once while there is something to post. */
export function startPostWorker(deps: GroupChatDeps): { stop(): Promise<void> } {
  return startWorkLoop({
    workOne: () => workPost(deps),
    restMs: 1_000,
    logger: deps.engine.logger,
    failure: 'group chats could not be served; trying again',
  });
}
