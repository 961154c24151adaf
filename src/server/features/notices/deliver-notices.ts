import type { NoticeChannel, OutgoingNotice } from '../../channels/notice/channel.ts';
import type { DatabasePool } from '../../database/pool.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { advanceChannel, claimChannel, readUndelivered, recordDelivered, releaseChannel } from './store-delivery.ts';

/** Hands notices to the channels, each once a channel. One process at a time works a channel; another one finds it taken. */
export type DeliveryDeps = { pool: DatabasePool; clock: Clock; logger: Logger; channels: readonly NoticeChannel[] };

const batchSize = 200;
const restMs = 2_000;
/** No writing transaction lives that long: notices older than this are all visible. */
const settledMs = 10 * 60_000;

/** Longer than any channel may take; whoever dies at it holds up the channel that long. */
const claimMs = 60_000;

/**
 * One batch of one channel: claimed, handed over with no transaction open, recorded. Returns how many were handed over. Who dies in between has
 * recorded nothing, and the same notices come again once the claim has run out.
 */
export async function deliverBatch({ pool, clock }: DeliveryDeps, channel: NoticeChannel): Promise<number> {
  const now = clock.now();
  const claim = await claimChannel(pool, channel.id, { now, until: now + claimMs });
  if (claim === null) return 0;
  try {
    const notices = await readUndelivered(pool, channel.id, batchSize);
    if (notices.length === 0) await advanceChannel(pool, channel.id, clock.now() - settledMs);
    else await handOver({ pool, clock }, channel, notices);
    return notices.length;
  } finally {
    await releaseChannel(pool, channel.id, claim);
  }
}

async function handOver(
  { pool, clock }: Pick<DeliveryDeps, 'pool' | 'clock'>,
  channel: NoticeChannel,
  notices: readonly OutgoingNotice[],
): Promise<void> {
  await channel.deliver(notices);
  const ids = notices.map(({ id }) => id);
  await recordDelivered(pool, channel.id, ids, clock.now());
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
