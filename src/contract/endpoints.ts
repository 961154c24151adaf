import type { z } from 'zod';
import { sessionEndpoints } from './account.ts';
import { caseEndpoints } from './case.ts';
import { customerEndpoints } from './customer.ts';
import { groupChatEndpoints } from './group-chat.ts';
import { incidentEndpoints } from './incident.ts';
import { organisationEndpoints } from './organisation.ts';
import { outputEndpoints } from './output.ts';
import { linkEndpoints } from './party-link.ts';
import { phraseEndpoints } from './phrase.ts';
import { playbookEndpoints } from './playbook.ts';
import { portalEndpoints } from './portal.ts';
import { queueEndpoints } from './queue-endpoints.ts';
import { reviewEndpoints } from './review.ts';
import { reviewNoteEndpoints } from './review-note.ts';
import { studioEndpoints } from './studio-endpoints.ts';
import { ticketEndpoints } from './ticket.ts';
import { trackingEndpoints } from './tracking.ts';

/**
 * Every JSON endpoint under /api/v1 once, each group beside the shapes of its noun: the server's routes, the web client and OpenAPI all read this
 * table.
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

export const endpoints = {
  ...sessionEndpoints,
  ...organisationEndpoints,
  ...playbookEndpoints,
  ...ticketEndpoints,
  ...queueEndpoints,
  ...customerEndpoints,
  ...portalEndpoints,
  ...linkEndpoints,
  ...caseEndpoints,
  ...groupChatEndpoints,
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
