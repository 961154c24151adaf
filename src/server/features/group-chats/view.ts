import type { GroupChatPost, GroupChatView } from '../../../contract/group-chat.ts';
import type { Robot } from '../../channels/group-chat/product.ts';
import type { ListedChat } from './store-chats.ts';
import type { PostRow } from './store-posts.ts';

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

export function viewChat(
  { secret: _, changedAt, lastPostedAt, ...chat }: ListedChat,
  robot: Robot | null,
): GroupChatView {
  return {
    ...chat,
    address: robot && masked(robot.url),
    hasSecret: robot?.secret != null,
    changedAt: iso(changedAt),
    lastPostedAt: isoOrNull(lastPostedAt),
  };
}

/** Enough to tell one robot from another; nobody can post with it. */
function masked(url: string): string {
  return `${new URL(url).host} …${url.slice(-4)}`;
}

export function viewPost(row: PostRow): GroupChatPost {
  const { seq, department, isCurrent, at, status, tries, nextAt, settledAt, problem, answer } = row;
  return {
    seq,
    department,
    isCurrent,
    handedOffAt: iso(at),
    status,
    tries,
    nextAt: status === 'waiting' ? iso(nextAt) : null,
    settledAt: isoOrNull(settledAt),
    problem,
    answer: answer ?? '',
  };
}
