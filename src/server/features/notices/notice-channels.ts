import type { NoticeChannel } from '../../channels/notice/channel.ts';
import { consoleChannel } from '../../channels/notice/console.ts';
import type { Listener } from '../../database/listener.ts';
import type { DatabasePool } from '../../database/pool.ts';
import { announceInbox, inboxChannel } from './store-delivery.ts';

/** The ways in which people are told of their notices; the console is the only one so far. */
export function noticeChannels(pool: DatabasePool): NoticeChannel[] {
  return [consoleChannel((staffIds) => announceInbox(pool, staffIds))];
}

/** Hears, in every process, for whom there is something in the inbox. */
export async function followInbox(listener: Listener, tell: (staffIds: readonly number[]) => void): Promise<void> {
  await listener.on(inboxChannel, (payload) => {
    if (payload !== null) tell(JSON.parse(payload) as number[]);
  });
}
