import { z } from 'zod';
import { impacts, outcomes, phases } from '../domain/incident/events.ts';
import { code, freeText, id, idParams, instant, instantIn, page, pageQuery } from './common.ts';
import type { Endpoint } from './endpoints.ts';
import { ticketRow } from './ticket.ts';

/** What everybody may read. Where `en` is empty readers of English get the Chinese. */
const publicText = z.object({ zh: z.string(), en: z.string() });
const publicTextIn = (max: number) => z.strictObject({ zh: freeText(max).min(1), en: freeText(max).default('') });
const phase = z.enum(phases);
const impact = z.enum(impacts);

/** How far one word of the incident has got among the customers of its tickets. */
export const tellingView = z.object({
  total: z.int(),
  told: z.int(),
  /** Nothing to tell: closed, taken out or erased meanwhile. */
  skipped: z.int(),
  setAside: z.int(),
});
export type TellingView = z.infer<typeof tellingView>;

export const incidentRow = z.object({
  id,
  number: z.string(),
  version: z.int(),
  status: z.enum(['open', 'closed']),
  phase,
  impact,
  title: publicText,
  estimate: instant.nullable(),
  openedAt: instant,
  closedAt: instant.nullable(),
  outcome: z.enum(outcomes).nullable(),
  latest: z.object({ at: instant, message: publicText }),
  /** Tickets that are part of it now. */
  linked: z.int(),
});
export type IncidentRow = z.infer<typeof incidentRow>;

export const incidentEntry = z.object({
  seq: z.int(),
  type: z.enum(['incident.opened', 'incident.updated', 'tickets.linked', 'tickets.unlinked', 'incident.closed']),
  at: instant,
  actor: z.object({
    kind: z.enum(['staff', 'program', 'customer', 'party', 'system']),
    id: id.nullable(),
    name: z.string(),
  }),
  phase: phase.optional(),
  impact: impact.optional(),
  estimate: instant.nullable().optional(),
  message: publicText.optional(),
  outcome: z.enum(outcomes).optional(),
  rootCause: z.string().optional(),
  solution: z.string().optional(),
  /** How many tickets were linked or taken out. */
  tickets: z.int().optional(),
  telling: tellingView.optional(),
});
export type IncidentEntry = z.infer<typeof incidentEntry>;

export const incidentDetail = incidentRow.extend({
  words: z.array(z.string()),
  openedBy: id.nullable(),
  /** Newest first. */
  entries: z.array(incidentEntry),
  /** How many tickets the next word would go to. */
  hears: z.int(),
  /** Tickets that could not be told, with the reason; at most 50. */
  setAside: z.array(z.object({ ticket: id, number: z.string(), seq: z.int(), fault: z.string() })),
  may: z.object({ update: z.boolean(), link: z.boolean(), close: z.boolean() }),
});
export type IncidentDetail = z.infer<typeof incidentDetail>;

/** What became of the last word for one ticket. */
export const toldStates = ['waiting', 'told', 'skipped', 'set-aside', 'none'] as const;
export const incidentTicket = ticketRow.extend({ told: z.enum(toldStates) });
export type IncidentTicket = z.infer<typeof incidentTicket>;

export const openIncidentBody = z.strictObject({
  title: publicTextIn(120),
  impact,
  phase: phase.default('investigating'),
  estimate: instantIn.nullable().default(null),
  message: publicTextIn(2_000),
  words: z.array(freeText(40).min(2)).max(20).default([]),
});
const at = { version: z.int().nonnegative() };
export const updateIncidentBody = z.strictObject({
  ...at,
  phase,
  impact,
  estimate: instantIn.nullable().default(null),
  message: publicTextIn(2_000),
});
/** By id or by number; `tell`: their customers hear the last word at once. */
export const linkTicketsBody = z.strictObject({
  ids: z.array(id).max(500).default([]),
  numbers: z.array(z.string().trim().toUpperCase().max(60)).max(500).default([]),
  tell: z.boolean().default(true),
});
export const linkReply = z.object({
  linked: z.int(),
  refused: z.array(z.object({ ticket: z.string(), code: z.string() })),
});
export const closeIncidentBody = z.strictObject({
  ...at,
  outcome: z.enum(outcomes),
  message: publicTextIn(2_000),
  rootCause: freeText(2_000).default(''),
  solution: freeText(4_000).default(''),
});

export const likelyReply = z.object({ items: z.array(incidentRow.extend({ matched: z.array(z.string()) })) });
/** What a ticket's page needs: the incident that it is part of, else those that it is likely about. */
export const ticketIncidentReply = z.object({
  incident: incidentRow.nullable(),
  likely: z.array(incidentRow.extend({ matched: z.array(z.string()) })),
});

/** The public status page. Only what the organisation wrote for the public, no ticket, no name, no count. */
export const publicIncident = z.object({
  number: z.string(),
  title: publicText,
  phase,
  impact,
  estimate: instant.nullable(),
  openedAt: instant,
  closedAt: instant.nullable(),
  updates: z.array(z.object({ at: instant, phase, message: publicText })),
});
export type PublicIncident = z.infer<typeof publicIncident>;
export const statusPage = z.object({
  organisation: z.string(),
  current: z.array(publicIncident),
  /** Over within the last 90 days, newest first. */
  history: z.array(publicIncident),
});
export type StatusPage = z.infer<typeof statusPage>;

export const incidentEndpoints = {
  listIncidents: {
    method: 'GET',
    path: '/incidents',
    tag: 'incidents',
    summary: 'Incidents, newest first',
    query: pageQuery.extend({ status: z.enum(['open', 'closed']).optional() }),
    reply: page(incidentRow),
  },
  openIncident: {
    method: 'POST',
    path: '/incidents',
    tag: 'incidents',
    summary: 'Open an incident with its first word to the public',
    body: openIncidentBody,
    reply: incidentDetail,
    status: 201,
  },
  likelyIncidents: {
    method: 'POST',
    path: '/incidents/likely',
    tag: 'incidents',
    summary: 'Open incidents that this text is likely about',
    body: z.strictObject({ text: freeText(8_000).min(2) }),
    reply: likelyReply,
    repeats: 'guarded',
  },
  getIncident: {
    method: 'GET',
    path: '/incidents/{id}',
    tag: 'incidents',
    summary: 'One incident with what was said, and how far it has been told',
    params: idParams,
    reply: incidentDetail,
  },
  updateIncident: {
    method: 'POST',
    path: '/incidents/{id}/updates',
    tag: 'incidents',
    summary: 'Tell the public and every linked customer how it stands',
    params: idParams,
    body: updateIncidentBody,
    reply: incidentDetail,
    repeats: 'guarded',
  },
  listIncidentTickets: {
    method: 'GET',
    path: '/incidents/{id}/tickets',
    tag: 'incidents',
    summary: 'Tickets of an incident, as far as one may see them',
    params: idParams,
    query: pageQuery,
    reply: page(incidentTicket),
  },
  linkTickets: {
    method: 'POST',
    path: '/incidents/{id}/tickets',
    tag: 'incidents',
    summary: 'Link tickets to an incident; says which could not be linked, and why',
    params: idParams,
    body: linkTicketsBody,
    reply: linkReply,
    repeats: 'guarded',
  },
  findSimilarTickets: {
    method: 'GET',
    path: '/incidents/{id}/similar',
    tag: 'incidents',
    summary: 'Open tickets received since then that hold one of its words and are part of no incident',
    params: idParams,
    query: z.object({ since: instantIn }),
    reply: z.object({ items: z.array(ticketRow), isPartial: z.boolean() }),
  },
  closeIncident: {
    method: 'POST',
    path: '/incidents/{id}/close',
    tag: 'incidents',
    summary: 'End an incident: its tickets are resolved, or go back to normal handling',
    params: idParams,
    body: closeIncidentBody,
    reply: incidentDetail,
    repeats: 'guarded',
  },
  retryTelling: {
    method: 'POST',
    path: '/incidents/{id}/retry',
    tag: 'incidents',
    summary: 'Try again to tell the tickets that were set aside',
    params: idParams,
    body: z.strictObject({}),
    reply: incidentDetail,
    repeats: 'guarded',
  },
  ticketIncident: {
    method: 'GET',
    path: '/tickets/{id}/incident',
    tag: 'incidents',
    summary: 'The incident of a ticket, or those that it is likely about',
    params: idParams,
    reply: ticketIncidentReply,
  },
  publicStatus: {
    method: 'GET',
    path: '/status',
    tag: 'portal',
    summary: 'The public status page: incidents now and of the last 90 days',
    reply: statusPage,
  },
} as const satisfies Record<string, Endpoint>;

/** Of a linked request, on its public page. */
export const portalIncident = z.object({
  number: code,
  title: publicText,
  phase,
  estimate: instant.nullable(),
  at: instant,
  message: publicText,
});
