import { setTimeout as delay } from 'node:timers/promises';
import { isUnavailable } from '../../database/pool.ts';
import type { GroupChatDeps } from './deps.ts';
import { workPost } from './work-posts.ts';

const restMs = 1_000;

/** Looks once a second, and goes on at once while there is something to post. */
export function startPostWorker(deps: GroupChatDeps): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const work = async () => {
    while (!stopping.signal.aborted) {
      const isDone = await workPost(deps).catch((error: unknown) => {
        if (!isUnavailable(error)) deps.engine.logger.error({ error }, 'group chats could not be served; trying again');
        return false;
      });
      if (!isDone) await delay(restMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const done = work();
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}
