import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

/** While somebody is being told, the page also looks by itself: a hint may get lost. */
const workingMs = 4_000;

export const incidentQueries = {
  list: (status: 'open' | 'closed') =>
    infiniteQueryOptions({
      queryKey: [...keys.incidents, 'list', status],
      queryFn: ({ signal, pageParam }) =>
        call('listIncidents', { query: { status, after: pageParam, limit: 20 }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
    }),
  one: (id: number) =>
    queryOptions({
      queryKey: [...keys.incidents, 'one', id],
      queryFn: ({ signal }) => call('getIncident', { params: { id }, signal }),
      refetchInterval: ({ state }) =>
        state.data?.entries.some(({ telling: t }) => t && t.told + t.skipped + t.setAside < t.total)
          ? workingMs
          : false,
    }),
  tickets: (id: number) =>
    infiniteQueryOptions({
      queryKey: [...keys.incidents, 'tickets', id],
      queryFn: ({ signal, pageParam }) =>
        call('listIncidentTickets', { params: { id }, query: { after: pageParam, limit: 50 }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
    }),
  similar: (id: number, since: string) =>
    queryOptions({
      queryKey: [...keys.incidents, 'similar', id, since],
      queryFn: ({ signal }) => call('findSimilarTickets', { params: { id }, query: { since }, signal }),
      enabled: since !== '',
    }),
  likely: (text: string) =>
    queryOptions({
      queryKey: [...keys.incidents, 'likely', text],
      queryFn: ({ signal }) => call('likelyIncidents', { body: { text }, signal }),
      staleTime: 30_000,
      enabled: text.length >= 2,
    }),
  /** Under the ticket's key, so that it is fetched again with the ticket. */
  ofTicket: (ticketId: number) =>
    queryOptions({
      queryKey: [...keys.ticket(ticketId), 'incident'],
      queryFn: ({ signal }) => call('ticketIncident', { params: { id: ticketId }, signal }),
    }),
};
