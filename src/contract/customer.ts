import { z } from 'zod';
import { code, freeText, id, idParams, instant } from './common.ts';
import { customerBrief, ticketRow } from './ticket.ts';

export const customerView = customerBrief.extend({
  preferredChannel: code.nullable(),
  note: z.string(),
  createdAt: instant,
  /** The customer's latest tickets that the reader may see, newest first, at most 20. */
  tickets: z.array(ticketRow),
});
export type CustomerView = z.infer<typeof customerView>;

/** Finds by whole contact (phone, e-mail, any separator) or customer number. */
export const customerLookup = z.object({ contact: z.string().trim().min(3).max(120) });
export const customerList = z.object({ items: z.array(customerBrief) });

export const customerPatch = z.strictObject({
  name: freeText(120).min(1).optional(),
  contact: freeText(120).optional(),
  number: freeText(60).optional(),
  type: code.optional(),
  preferredChannel: code.nullable().optional(),
  note: freeText(4_000).optional(),
});

/** The reason is kept with who asked and when. */
export const revealBody = z.strictObject({ reason: freeText(400).min(2) });
export const revealed = z.object({ id, name: z.string(), contact: z.string(), number: z.string(), note: z.string() });

const tag = 'customers';

export const customerEndpoints = {
  findCustomers: {
    method: 'GET',
    path: '/customers',
    tag,
    summary: 'Find by whole contact or number',
    query: customerLookup,
    reply: customerList,
  },
  getCustomer: {
    method: 'GET',
    path: '/customers/{id}',
    tag,
    summary: 'A customer, masked, with latest tickets',
    params: idParams,
    reply: customerView,
  },
  changeCustomer: {
    method: 'PATCH',
    path: '/customers/{id}',
    tag,
    summary: 'Correct a customer',
    params: idParams,
    body: customerPatch,
    reply: customerView,
  },
  revealCustomer: {
    method: 'POST',
    path: '/customers/{id}/reveal',
    tag,
    summary: 'See personal fields unmasked; the reason is logged',
    params: idParams,
    body: revealBody,
    reply: revealed,
  },
  eraseCustomer: {
    method: 'POST',
    path: '/customers/{id}/erase',
    tag,
    summary: 'Erase the person from events, tickets, search and backups by destroying the key',
    params: idParams,
    body: revealBody,
    reply: z.null(),
    status: 204,
  },
} as const;
