import type { NoticeChannel } from '../../channels/notice/channel.ts';
import { type DatabasePool, transaction } from '../../database/pool.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { advanceChannel, lockChannel, readUndelivered, recordDelivered } from './store-delivery.ts';

/** Hands notices to the channels, each once a channel. One process at a time works a channel; another one finds it taken. */
export type DeliveryDeps = { pool: DatabasePool; clock: Clock; logger: Logger; channels: readonly NoticeChannel[] };

const batchSize = 200;
const restMs = 2_000;
/** No writing transaction lives that long: notices older than this are all visible. */
const settledMs = 10 * 60_000;

/** One batch of one channel. Returns how many were handed over. */
export async function deliverBatch({ pool, clock }: DeliveryDeps, channel: NoticeChannel): Promise<number> {
  return transaction(pool, async (client) => {
    if (!(await lockChannel(client, channel.id))) return 0;
    const notices = await readUndelivered(client, channel.id, batchSize);
    if (notices.length > 0) {
      const ids = notices.map(({ id }) => id);
      await recordDelivered(client, channel.id, ids, clock.now());
      // Last, so that what fails here is not recorded.
      await channel.deliver(notices);
    } else await advanceChannel(client, channel.id, clock.now() - settledMs);
    return notices.length;
  });
}

export function startDelivery(deps: DeliveryDeps): { stop(): Promise<void> } {
  let isStopping = false;
  let wakeUp: () => void = () => {};
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, restMs);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!isStopping) {
      let isMore = false;
      for (const channel of deps.channels) {
        try {
          isMore = (await deliverBatch(deps, channel)) === batchSize || isMore;
        } catch (error) {
          deps.logger.warn({ error, channel: channel.id }, 'notices could not be handed over; trying again');
        }
      }
      if (!isMore && !isStopping) await rest();
    }
  };
  const running = run();
  return {
    stop: async () => {
      isStopping = true;
      wakeUp();
      await running;
    },
  };
}
