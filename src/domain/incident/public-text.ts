import { Refusal } from '../refusal.ts';
import type { PublicText } from './events.ts';

/**
 * What an incident says is read by everybody and kept in clear: nothing in it may be about one customer. What looks like a personal
 * phone, an e-mail address, an identity or a card number is refused. Service numbers (400, 800, 95…) are what the public is to call.
 */
export type PersonalKind = 'phone' | 'e-mail' | 'identity-number' | 'card-number';

const patterns: readonly [PersonalKind, RegExp][] = [
  ['e-mail', /[^\s@<>()，。；、：]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/i],
  ['identity-number', /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx](?!\d)/i],
  ['card-number', /(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/],
  ['phone', /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/],
  ['phone', /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/],
  ['phone', /(?<!\d)\(0\d{2,3}\) ?\d{7,8}(?!\d)/],
];

export function personalIn(text: string): PersonalKind | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** @throws Refusal incident.text-personal, at the language that it is in */
export function checkPublicText({ zh, en }: PublicText, field: string): void {
  checkPublic(zh, `${field}.zh`);
  checkPublic(en, `${field}.en`);
}

/** @throws Refusal incident.text-personal */
export function checkPublic(text: string, field: string): void {
  const found = personalIn(text);
  if (found) throw new Refusal('incident.text-personal', field, { found });
}
