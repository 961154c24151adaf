import { z } from 'zod';
import { freeText, id, idParams } from './common.ts';
import { queueView, queueViewBody, queueViewList, queueViewPatch } from './queue-search.ts';
import { awaitedReply } from './task.ts';
import { duplicatesReply, queueCounts, queuePage, queueQuery, searchQuery, searchReply } from './ticket.ts';

/** The part of the table of endpoints that is about finding tickets: queues, their saved views, search. */
const tag = 'tickets';

export const queueEndpoints = {
  listTickets: {
    method: 'GET',
    path: '/tickets',
    tag,
    summary: 'A queue: filtered, sorted, paged by keyset',
    query: queueQuery,
    reply: queuePage,
  },
  listTasks: {
    method: 'GET',
    path: '/tasks',
    tag,
    summary: 'What waits for me between departments, the soonest due first',
    reply: awaitedReply,
  },
  countTickets: {
    method: 'GET',
    path: '/tickets/counts',
    tag,
    summary: 'How many wait where',
    reply: queueCounts,
  },
  searchTickets: {
    method: 'GET',
    path: '/tickets/search',
    tag,
    summary: 'Search what customers said, numbers, names and contacts',
    query: searchQuery,
    reply: searchReply,
  },
  findDuplicates: {
    method: 'POST',
    path: '/tickets/duplicates',
    tag,
    summary: 'Open tickets that look like this text',
    body: z.strictObject({ text: freeText(8_000).min(2), customerId: id.optional() }),
    reply: duplicatesReply,
  },
  listQueueViews: {
    method: 'GET',
    path: '/queue-views',
    tag,
    summary: 'Saved views of the queue page, mine and everybody’s, with counts',
    reply: queueViewList,
  },
  createQueueView: {
    method: 'POST',
    path: '/queue-views',
    tag,
    summary: 'Save filters under a name',
    body: queueViewBody,
    reply: queueView,
    status: 201,
  },
  changeQueueView: {
    method: 'PATCH',
    path: '/queue-views/{id}',
    tag,
    summary: 'Rename, share or refill a saved view',
    params: idParams,
    body: queueViewPatch,
    reply: queueView,
  },
  deleteQueueView: {
    method: 'DELETE',
    path: '/queue-views/{id}',
    tag,
    summary: 'Delete a saved view',
    params: idParams,
    reply: z.null(),
    status: 204,
  },
} as const;
