import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { NoticeQuery } from '../../contract/organisation.ts';
import type { QueueQuery } from '../../contract/ticket.ts';
import type { TrackingQuery } from '../../contract/tracking.ts';
import { call } from './client.ts';

/** Query keys, one root for each noun, so that the live stream can say "this ticket" or "all lists of tickets". */
export const keys = {
  door: ['door'] as const,
  me: ['me'] as const,
  sessions: ['sessions'] as const,
  staff: ['staff'] as const,
  departments: ['departments'] as const,
  tokens: ['tokens'] as const,
  notices: ['notices'] as const,
  phrases: ['phrases'] as const,
  playbooks: ['playbooks'] as const,
  playbook: (id: string, version?: number) => ['playbooks', id, version ?? 'in-force'] as const,
  studio: ['studio'] as const,
  /** Lists of tickets: queues, counts, search. */
  lists: ['tickets', 'list'] as const,
  queue: (query: QueueQuery) => ['tickets', 'list', 'queue', query] as const,
  counts: ['tickets', 'list', 'counts'] as const,
  tasks: ['tickets', 'list', 'tasks'] as const,
  queueViews: ['tickets', 'list', 'views'] as const,
  tracking: (query: TrackingQuery) => ['tickets', 'list', 'tracking', query] as const,
  trackingCounts: (playbook?: string) => ['tickets', 'list', 'tracking-counts', playbook] as const,
  search: (q: string) => ['tickets', 'list', 'search', q] as const,
  ticket: (id: number) => ['tickets', 'one', id] as const,
  timeline: (id: number) => ['tickets', 'one', id, 'timeline'] as const,
  clock: (id: number, clock: string, cycle: number) => ['tickets', 'one', id, 'clock', clock, cycle] as const,
  incidents: ['incidents'] as const,
  customer: (id: number) => ['customers', id] as const,
  customerLookup: (contact: string) => ['customers', 'lookup', contact] as const,
};

const rarelyMs = 5 * 60_000;

export const queries = {
  door: () =>
    queryOptions({ queryKey: keys.door, queryFn: ({ signal }) => call('door', { signal }), staleTime: rarelyMs }),
  me: () => queryOptions({ queryKey: keys.me, queryFn: ({ signal }) => call('me', { signal }), staleTime: rarelyMs }),
  sessions: () => queryOptions({ queryKey: keys.sessions, queryFn: ({ signal }) => call('listSessions', { signal }) }),
  staff: () =>
    queryOptions({ queryKey: keys.staff, queryFn: ({ signal }) => call('listStaff', { signal }), staleTime: rarelyMs }),
  departments: () =>
    queryOptions({
      queryKey: keys.departments,
      queryFn: ({ signal }) => call('listDepartments', { signal }),
      staleTime: rarelyMs,
    }),
  tokens: () => queryOptions({ queryKey: keys.tokens, queryFn: ({ signal }) => call('listTokens', { signal }) }),
  /** Those in use; with `inactive` all. They are chosen from in the page, key by key, by the same rules as on the server. */
  phrases: (inactive = false) =>
    queryOptions({
      queryKey: [...keys.phrases, inactive],
      queryFn: ({ signal }) => call('listPhrases', { query: { inactive: inactive ? 'true' : 'false' }, signal }),
      staleTime: rarelyMs,
    }),
  playbooks: () =>
    queryOptions({
      queryKey: keys.playbooks,
      queryFn: ({ signal }) => call('listPlaybooks', { signal }),
      staleTime: rarelyMs,
    }),
  /** Without a version the one in force; a ticket is drawn with the version it keeps. */
  playbook: (id: string, version?: number) =>
    queryOptions({
      queryKey: keys.playbook(id, version),
      queryFn: ({ signal }) => call('getPlaybook', { params: { id }, query: { version }, signal }),
      staleTime: version === undefined ? rarelyMs : Number.POSITIVE_INFINITY,
    }),
  studio: () =>
    queryOptions({ queryKey: [...keys.studio, 'list'], queryFn: ({ signal }) => call('listStudio', { signal }) }),
  studioOf: (id: string) =>
    queryOptions({
      queryKey: [...keys.studio, 'one', id],
      queryFn: ({ signal }) => call('getStudio', { params: { id }, signal }),
    }),
  playbookSource: (id: string, version: number) =>
    queryOptions({
      queryKey: [...keys.studio, 'source', id, version],
      queryFn: ({ signal }) => call('getSource', { params: { id, version }, signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  playbookDiff: (id: string, from: number, to: number) =>
    queryOptions({
      queryKey: [...keys.studio, 'diff', id, from, to],
      queryFn: ({ signal }) => call('diffVersions', { params: { id }, query: { from, to }, signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  notices: (filter: Pick<NoticeQuery, 'unread' | 'topic'> = {}) =>
    infiniteQueryOptions({
      queryKey: [...keys.notices, filter],
      queryFn: ({ signal, pageParam }) =>
        call('listNotices', { query: { ...filter, after: pageParam, limit: 40 }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
    }),
  queue: (query: QueueQuery) =>
    infiniteQueryOptions({
      queryKey: keys.queue(query),
      queryFn: ({ signal, pageParam }) => call('listTickets', { query: { ...query, after: pageParam }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
    }),
  counts: () => queryOptions({ queryKey: keys.counts, queryFn: ({ signal }) => call('countTickets', { signal }) }),
  tasks: () => queryOptions({ queryKey: keys.tasks, queryFn: ({ signal }) => call('listTasks', { signal }) }),
  queueViews: () =>
    queryOptions({ queryKey: keys.queueViews, queryFn: ({ signal }) => call('listQueueViews', { signal }) }),
  tracking: (query: TrackingQuery) =>
    infiniteQueryOptions({
      queryKey: keys.tracking(query),
      queryFn: ({ signal, pageParam }) => call('listTracking', { query: { ...query, after: pageParam }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
    }),
  trackingCounts: (playbook?: string) =>
    queryOptions({
      queryKey: keys.trackingCounts(playbook),
      queryFn: ({ signal }) => call('countTracking', { query: { playbook }, signal }),
    }),
  search: (q: string) =>
    queryOptions({
      queryKey: keys.search(q),
      queryFn: ({ signal }) => call('searchTickets', { query: { q, limit: 50 }, signal }),
      enabled: q !== '',
    }),
  ticket: (id: number) =>
    queryOptions({ queryKey: keys.ticket(id), queryFn: ({ signal }) => call('getTicket', { params: { id }, signal }) }),
  timeline: (id: number) =>
    infiniteQueryOptions({
      queryKey: keys.timeline(id),
      queryFn: ({ signal, pageParam }) =>
        call('getTimeline', { params: { id }, query: { after: pageParam, limit: 100 }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
    }),
  clock: (id: number, clock: string, cycle: number) =>
    queryOptions({
      queryKey: keys.clock(id, clock, cycle),
      queryFn: ({ signal }) => call('explainClock', { params: { id, clock, cycle }, signal }),
    }),
  customer: (id: number) =>
    queryOptions({
      queryKey: keys.customer(id),
      queryFn: ({ signal }) => call('getCustomer', { params: { id }, signal }),
    }),
  customerLookup: (contact: string) =>
    queryOptions({
      queryKey: keys.customerLookup(contact),
      queryFn: ({ signal }) => call('findCustomers', { query: { contact }, signal }),
      enabled: contact.trim().length >= 3,
    }),
};
