import type { NoticeChannel } from './channel.ts';

/**
 * The inbox in the console. The rows themselves are the inbox; what is handed over is the news that there is something new, for those whose
 * console missed it because a process died after writing.
 */
export function consoleChannel(tell: (staffIds: readonly number[]) => Promise<void>): NoticeChannel {
  return {
    id: 'console',
    deliver: (notices) => tell([...new Set(notices.map(({ staffId }) => staffId))]),
  };
}
