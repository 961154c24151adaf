import { z } from 'zod';
import { code, freeText, id, idParam, instant, instantIn, names } from './common.ts';

/** Links by which a party outside, or the customer, answers one letter or one round of a solution without signing in. */
export const linkKinds = ['letter', 'solution'] as const;

export const partyLinkBody = z.strictObject({
  kind: z.enum(linkKinds),
  /** The number of the letter, or the round. */
  item: id,
  party: z.string().max(80),
  days: z.int().min(1).max(60).default(14),
});
/** `path`: to be opened at the address of this server. What the link is stands behind `#`, so that it is in no log on the way. */
export const partyLinkView = z.object({ path: z.string(), expiresAt: instant });

export const linkToken = z.strictObject({ token: z.string().min(20).max(400) });

/** Only what is meant for this party. */
export const linkView = z.object({
  organisation: z.string(),
  kind: z.enum(linkKinds),
  number: z.string(),
  /** Empty for the customer. */
  party: names,
  /** The letter's request, or the solution in short. */
  text: z.string(),
  background: z.string(),
  /** When a letter wants it done, or when a solution expects to be. */
  by: instant.nullable(),
  contact: z.string(),
  items: z.array(z.object({ what: z.string(), how: z.string(), when: instant.nullable() })),
  expiresAt: instant,
  /** Null until it has been answered. */
  answer: code.nullable(),
});
export type LinkView = z.infer<typeof linkView>;

export const linkAnswerBody = linkToken.extend({
  answer: z.enum(['accepted', 'declined', 'counter', 'confirmed', 'objected']),
  date: instantIn.nullable().default(null),
  note: freeText(4_000).default(''),
});

export const linkEndpoints = {
  createPartyLink: {
    method: 'POST',
    path: '/tickets/{id}/links',
    tag: 'tickets',
    summary: 'Make a link by which a party answers a letter or a solution',
    params: z.object({ id: idParam }),
    body: partyLinkBody,
    reply: partyLinkView,
    status: 201,
  },
  openPartyLink: {
    method: 'POST',
    path: '/portal/links/open',
    tag: 'portal',
    summary: 'What a link asks of the party that it was sent to',
    body: linkToken,
    reply: linkView,
  },
  answerPartyLink: {
    method: 'POST',
    path: '/portal/links/answer',
    tag: 'portal',
    summary: 'Answer by a link, once',
    body: linkAnswerBody,
    reply: linkView,
  },
} as const;
