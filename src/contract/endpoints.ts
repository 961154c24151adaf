import { z } from 'zod';
import * as account from './account.ts';
import { caseEndpoints } from './case.ts';
import { code, freeText, id, idParam, page, pageQuery } from './common.ts';
import * as customer from './customer.ts';
import { incidentEndpoints } from './incident.ts';
import * as organisation from './organisation.ts';
import { outputEndpoints } from './output.ts';
import { linkEndpoints } from './party-link.ts';
import { phraseEndpoints } from './phrase.ts';
import * as playbook from './playbook.ts';
import * as portal from './portal.ts';
import * as queue from './queue-search.ts';
import { reviewEndpoints } from './review.ts';
import { reviewNoteEndpoints } from './review-note.ts';
import { studioEndpoints } from './studio-endpoints.ts';
import { awaitedReply } from './task.ts';
import * as ticket from './ticket.ts';
import { trackingEndpoints } from './tracking.ts';

/**
 * Every JSON endpoint under /api/v1 once: the server's routes, the web client and OpenAPI all read this table.
 * `{name}` in a path is a parameter. Files, the live stream and OpenAPI itself are plain routes beside it.
 */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  tag: string;
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  reply: z.ZodType;
  /** HTTP status of success; 200 unless said. */
  status?: 200 | 201 | 204;
  /**
   * How a write meets a repeat with the same Idempotency-Key (`http/done-once.ts`): it keeps the key with what it writes; it takes none, as what
   * it answers is a cookie; it is guarded, so that doing it again does nothing. Where it is not said the answer is kept and given again.
   */
  repeats?: 'own' | 'none' | 'guarded';
};

const none = z.null();
const idParams = z.object({ id: idParam });
const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

export const endpoints = {
  door: {
    method: 'GET',
    path: '/door',
    tag: 'session',
    summary: 'Is the system set up, and whose is it',
    reply: organisation.doorView,
  },
  setUp: {
    method: 'POST',
    path: '/setup',
    tag: 'session',
    summary: 'Make the first administrator with the one-time key',
    body: organisation.setupBody,
    reply: organisation.meView,
    status: 201,
    repeats: 'none',
  },
  signIn: {
    method: 'POST',
    path: '/session',
    tag: 'session',
    summary: 'Sign in with login and password; sets the session cookie',
    body: organisation.signInBody,
    reply: organisation.meView,
    repeats: 'none',
  },
  signOut: {
    method: 'DELETE',
    path: '/session',
    tag: 'session',
    summary: 'Sign out',
    reply: none,
    status: 204,
    repeats: 'none',
  },
  changePassword: {
    method: 'POST',
    path: '/account/password',
    tag: 'session',
    summary: 'Change my own password; my other sessions end',
    body: account.passwordBody,
    reply: organisation.meView,
  },
  listSessions: {
    method: 'GET',
    path: '/account/sessions',
    tag: 'session',
    summary: 'Where I am signed in',
    reply: account.sessionList,
  },
  endSession: {
    method: 'DELETE',
    path: '/account/sessions/{id}',
    tag: 'session',
    summary: 'End one of my sessions',
    params: account.sessionParams,
    reply: none,
    status: 204,
  },
  endOtherSessions: {
    method: 'DELETE',
    path: '/account/sessions',
    tag: 'session',
    summary: 'End all my sessions but this one',
    reply: none,
    status: 204,
  },
  me: { method: 'GET', path: '/me', tag: 'session', summary: 'Who I am', reply: organisation.meView },

  listStaff: {
    method: 'GET',
    path: '/staff',
    tag: 'organisation',
    summary: 'All staff',
    reply: list(organisation.staffView),
  },
  createStaff: {
    method: 'POST',
    path: '/staff',
    tag: 'organisation',
    summary: 'Add a member of staff',
    body: organisation.staffBody,
    reply: organisation.staffView,
    status: 201,
  },
  changeStaff: {
    method: 'PATCH',
    path: '/staff/{id}',
    tag: 'organisation',
    summary: 'Change a member of staff',
    params: idParams,
    body: organisation.staffPatch,
    reply: organisation.staffView,
  },
  resetPassword: {
    method: 'POST',
    path: '/staff/{id}/reset-password',
    tag: 'organisation',
    summary: 'Give a member of staff a one-time password, to be changed at the next sign-in; shown once',
    params: idParams,
    reply: account.oneTimePassword,
  },
  listDepartments: {
    method: 'GET',
    path: '/departments',
    tag: 'organisation',
    summary: 'All departments',
    reply: list(organisation.departmentView),
  },
  saveDepartment: {
    method: 'POST',
    path: '/departments',
    tag: 'organisation',
    summary: 'Add or change a department by its code',
    body: organisation.departmentBody,
    reply: organisation.departmentView,
  },
  listTokens: {
    method: 'GET',
    path: '/tokens',
    tag: 'organisation',
    summary: 'Bearer tokens of programs',
    reply: list(organisation.tokenView),
  },
  createToken: {
    method: 'POST',
    path: '/tokens',
    tag: 'organisation',
    summary: 'Make a bearer token; shown once',
    body: organisation.tokenBody,
    reply: organisation.tokenCreated,
    status: 201,
  },
  revokeToken: {
    method: 'DELETE',
    path: '/tokens/{id}',
    tag: 'organisation',
    summary: 'Revoke a bearer token',
    params: idParams,
    reply: none,
    status: 204,
  },
  listNotices: {
    method: 'GET',
    path: '/notices',
    tag: 'organisation',
    summary: 'My notices, newest first',
    query: organisation.noticeQuery,
    reply: page(organisation.noticeView),
  },
  readNotices: {
    method: 'POST',
    path: '/notices/read',
    tag: 'organisation',
    summary: 'Mark my notices read: up to and including one, or just these',
    body: organisation.noticesRead,
    reply: none,
    status: 204,
  },

  listPlaybooks: {
    method: 'GET',
    path: '/playbooks',
    tag: 'playbooks',
    summary: 'Playbooks in force',
    reply: playbook.playbookList,
  },
  getPlaybook: {
    method: 'GET',
    path: '/playbooks/{id}',
    tag: 'playbooks',
    summary: 'One playbook, whole; the version in force unless asked',
    params: z.object({ id: code }),
    query: z.object({ version: z.coerce.number().int().positive().optional() }),
    reply: playbook.playbookView,
  },

  registerTicket: {
    method: 'POST',
    path: '/tickets',
    tag: 'tickets',
    summary: 'Register a demand',
    body: ticket.registerTicketBody,
    reply: ticket.ticketDetail,
    status: 201,
    repeats: 'own',
  },
  listTickets: {
    method: 'GET',
    path: '/tickets',
    tag: 'tickets',
    summary: 'A queue: filtered, sorted, paged by keyset',
    query: ticket.queueQuery,
    reply: ticket.queuePage,
  },
  listTasks: {
    method: 'GET',
    path: '/tasks',
    tag: 'tickets',
    summary: 'What waits for me between departments, the soonest due first',
    reply: awaitedReply,
  },
  listQueueViews: {
    method: 'GET',
    path: '/queue-views',
    tag: 'tickets',
    summary: 'Saved views of the queue page, mine and everybody’s, with counts',
    reply: queue.queueViewList,
  },
  createQueueView: {
    method: 'POST',
    path: '/queue-views',
    tag: 'tickets',
    summary: 'Save filters under a name',
    body: queue.queueViewBody,
    reply: queue.queueView,
    status: 201,
  },
  changeQueueView: {
    method: 'PATCH',
    path: '/queue-views/{id}',
    tag: 'tickets',
    summary: 'Rename, share or refill a saved view',
    params: idParams,
    body: queue.queueViewPatch,
    reply: queue.queueView,
  },
  deleteQueueView: {
    method: 'DELETE',
    path: '/queue-views/{id}',
    tag: 'tickets',
    summary: 'Delete a saved view',
    params: idParams,
    reply: none,
    status: 204,
  },
  countTickets: {
    method: 'GET',
    path: '/tickets/counts',
    tag: 'tickets',
    summary: 'How many wait where',
    reply: ticket.queueCounts,
  },
  searchTickets: {
    method: 'GET',
    path: '/tickets/search',
    tag: 'tickets',
    summary: 'Search what customers said, numbers, names and contacts',
    query: ticket.searchQuery,
    reply: ticket.searchReply,
  },
  findDuplicates: {
    method: 'POST',
    path: '/tickets/duplicates',
    tag: 'tickets',
    summary: 'Open tickets that look like this text',
    body: z.strictObject({ text: freeText(8_000).min(2), customerId: id.optional() }),
    reply: ticket.duplicatesReply,
  },
  getTicket: {
    method: 'GET',
    path: '/tickets/{id}',
    tag: 'tickets',
    summary: 'One ticket with its clocks and what may be done next',
    params: idParams,
    reply: ticket.ticketDetail,
  },
  getTicketByNumber: {
    method: 'GET',
    path: '/tickets/by-number/{number}',
    tag: 'tickets',
    summary: 'One ticket by its number',
    params: z.object({ number: z.string().max(60) }),
    reply: ticket.ticketDetail,
  },
  getTimeline: {
    method: 'GET',
    path: '/tickets/{id}/timeline',
    tag: 'tickets',
    summary: 'What happened, oldest first',
    params: idParams,
    query: pageQuery,
    reply: ticket.timelinePage,
  },
  explainClock: {
    method: 'GET',
    path: '/tickets/{id}/clocks/{clock}/{cycle}',
    tag: 'tickets',
    summary: 'Why this promise is due then',
    params: z.object({ id: idParam, clock: code, cycle: idParam }),
    reply: ticket.clockExplanation,
  },
  act: {
    method: 'POST',
    path: '/tickets/{id}/{action}',
    tag: 'tickets',
    summary: 'Do something with a ticket; the body depends on the action',
    params: z.object({ id: idParam, action: z.enum(ticket.actionNames) }),
    body: z.looseObject({ version: z.int() }),
    reply: ticket.ticketDetail,
    repeats: 'guarded',
  },

  findCustomers: {
    method: 'GET',
    path: '/customers',
    tag: 'customers',
    summary: 'Find by whole contact or number',
    query: customer.customerLookup,
    reply: customer.customerList,
  },
  getCustomer: {
    method: 'GET',
    path: '/customers/{id}',
    tag: 'customers',
    summary: 'A customer, masked, with latest tickets',
    params: idParams,
    reply: customer.customerView,
  },
  changeCustomer: {
    method: 'PATCH',
    path: '/customers/{id}',
    tag: 'customers',
    summary: 'Correct a customer',
    params: idParams,
    body: customer.customerPatch,
    reply: customer.customerView,
  },
  revealCustomer: {
    method: 'POST',
    path: '/customers/{id}/reveal',
    tag: 'customers',
    summary: 'See personal fields unmasked; the reason is logged',
    params: idParams,
    body: customer.revealBody,
    reply: customer.revealed,
  },
  eraseCustomer: {
    method: 'POST',
    path: '/customers/{id}/erase',
    tag: 'customers',
    summary: 'Erase the person from events, tickets, search and backups by destroying the key',
    params: idParams,
    body: customer.revealBody,
    reply: none,
    status: 204,
  },

  portalDoor: {
    method: 'GET',
    path: '/portal',
    tag: 'portal',
    summary: 'What the public page needs',
    reply: portal.portalDoor,
  },
  portalSubmit: {
    method: 'POST',
    path: '/portal/requests',
    tag: 'portal',
    summary: 'A customer submits a request',
    body: portal.portalRequestBody,
    reply: portal.portalRequestCreated,
    status: 201,
    repeats: 'own',
  },
  portalFollow: {
    method: 'POST',
    path: '/portal/follow',
    tag: 'portal',
    summary: 'Follow a request by number and contact',
    body: portal.portalKey,
    reply: portal.portalView,
  },
  portalMessage: {
    method: 'POST',
    path: '/portal/messages',
    tag: 'portal',
    summary: 'Add a message to a request',
    body: portal.portalMessageBody,
    reply: portal.portalView,
  },
  portalChase: {
    method: 'POST',
    path: '/portal/chase',
    tag: 'portal',
    summary: 'Ask where it stands (催办)',
    body: portal.portalKey,
    reply: portal.portalView,
  },
  portalSolution: {
    method: 'POST',
    path: '/portal/solution',
    tag: 'portal',
    summary: 'Accept the solution, or object with the reason',
    body: portal.portalSolutionBody,
    reply: portal.portalView,
  },
  portalRate: {
    method: 'POST',
    path: '/portal/rating',
    tag: 'portal',
    summary: 'Answer the satisfaction survey',
    body: portal.portalRatingBody,
    reply: portal.portalView,
  },

  ...linkEndpoints,
  ...caseEndpoints,
  ...incidentEndpoints,
  ...outputEndpoints,
  ...phraseEndpoints,
  ...reviewEndpoints,
  ...reviewNoteEndpoints,
  ...studioEndpoints,
  ...trackingEndpoints,
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;
export type ReplyOf<N extends EndpointName> = z.infer<(typeof endpoints)[N]['reply']>;
