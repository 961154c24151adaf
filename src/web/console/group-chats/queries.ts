import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

/** While something waits to be posted the page also looks by itself: a hint may get lost. */
const waitingMs = 5_000;

export const groupChatQueries = {
  list: () =>
    queryOptions({
      queryKey: [...keys.departments, 'group-chats'],
      queryFn: ({ signal }) => call('listGroupChats', { signal }),
    }),
  /** Under the ticket's key, so that it is fetched again with the ticket. */
  posts: (ticket: number) =>
    queryOptions({
      queryKey: [...keys.ticket(ticket), 'group-chat-posts'],
      queryFn: ({ signal }) => call('listGroupChatPosts', { params: { id: ticket }, signal }),
      refetchInterval: ({ state }) => (state.data?.items[0]?.status === 'waiting' ? waitingMs : false),
    }),
};
