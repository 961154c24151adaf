import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../platform/logger.ts';
import type { Listener } from './listener.ts';
import type { DatabasePool } from './pool.ts';

/** What is read as a whole and kept in memory, because rules ask for it at every turn. */
export type Kept<T> = {
  current(): T;
  /** Reads it again: for whoever has changed it, or has heard that somebody did. */
  reload(): Promise<void>;
};

/** Where changes are announced, by this process or another. */
export type Following = { listener: Listener; pool: Pick<DatabasePool, 'ending'>; logger: Logger };

const retryMs = 1000;

/** Reads, and with `following` reads again whenever a change is announced on the channel, trying until that works. */
export async function keep<T>(read: () => Promise<T>, following?: Following & { channel: string }): Promise<Kept<T>> {
  let current!: T;
  let started = 0;
  let applied = 0;
  const reload = async () => {
    const mine = ++started;
    const loaded = await read();
    // A slower, older reading must not cover a newer one.
    if (mine < applied) return;
    applied = mine;
    current = loaded;
  };
  // Listens first: a change between reading and listening would go unheard.
  if (following) await follow(following, reload);
  await reload();
  return { current: () => current, reload };
}

async function follow(
  { listener, pool, logger, channel }: Following & { channel: string },
  reload: () => Promise<void>,
): Promise<void> {
  let isRetrying = false;
  const untilRead = async () => {
    for (;;) {
      try {
        return await reload();
      } catch (error) {
        // Whoever waits to try again will read this change as well.
        if (pool.ending || isRetrying) return;
        logger.warn({ error, channel }, 'what has changed could not be read, trying again');
        isRetrying = true;
        await delay(retryMs, undefined, { ref: false });
        isRetrying = false;
      }
    }
  };
  await listener.on(channel, () => void untilRead());
}
