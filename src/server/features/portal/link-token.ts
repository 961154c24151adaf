import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { linkKinds } from '../../../contract/party-link.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { KeyRing } from '../../platform/crypto/key-ring.ts';

/**
 * What a link says, signed: no row is kept of it. It opens one letter or one round for one party, dies at its time and, because every use
 * looks at the ticket, also once that has been answered, withdrawn or replaced.
 */
const purpose = z.tuple([
  z.int().positive(),
  z.enum(linkKinds),
  z.int().positive(),
  z.string().max(80),
  z.int().positive(),
  /** Who made it; links of earlier releases do not say. */
  z.int().positive().nullable().optional(),
]);

export type Link = {
  ticket: number;
  kind: (typeof linkKinds)[number];
  item: number;
  party: string;
  expiresAt: number;
  by: number | null;
};

export function signLink(ring: KeyRing, { ticket, kind, item, party, expiresAt, by }: Link): string {
  const payload = Buffer.from(JSON.stringify([ticket, kind, item, party, expiresAt, by])).toString('base64url');
  return `${payload}.${ring.signLink(payload).toString('base64url')}`;
}

/** @throws Refusal link.invalid, link.expired */
export function readLink(ring: KeyRing, token: string, now: number): Link {
  const [payload = '', given = '', ...more] = token.split('.');
  const signature = Buffer.from(given, 'base64url');
  const expected = ring.signLink(payload);
  // The text is compared as well: base64url writes the last bits of one signature in several ways.
  const isOurs =
    more.length === 0 &&
    signature.length === expected.length &&
    timingSafeEqual(signature, expected) &&
    expected.toString('base64url') === given;
  if (!isOurs) throw new Refusal('link.invalid', 'token');
  const [ticket, kind, item, party, expiresAt, by = null] = purpose.parse(
    JSON.parse(Buffer.from(payload, 'base64url').toString()),
  );
  if (now >= expiresAt) throw new Refusal('link.expired', 'token');
  return { ticket, kind, item, party, expiresAt, by };
}
