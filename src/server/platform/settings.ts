import { isIP } from 'node:net';
import { hostOf } from './outbound/host-of.ts';

/** Parsers for values that arrive as text. A refusal says what was expected, in words that complete "is not …". */
export type Parsed<T> = { ok: true; value: T } | { ok: false; expected: string };
export type Parse<T> = (given: string) => Parsed<T>;

const accept = <T>(value: T): Parsed<T> => ({ ok: true, value });
const refuse = (expected: string): Parsed<never> => ({ ok: false, expected });

export const text: Parse<string> = accept;

export const path: Parse<string> = (given) => (given.includes('\0') ? refuse('a path') : accept(given));

export const integer =
  (least: number, most: number): Parse<number> =>
  (given) => {
    const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
    return value >= least && value <= most ? accept(value) : refuse(`a whole number from ${least} to ${most}`);
  };

export const word =
  <const W extends string>(words: readonly W[]): Parse<W> =>
  (given) => {
    const found = words.find((candidate) => candidate === given.toLowerCase());
    return found === undefined ? refuse(`one of ${words.join(', ')}`) : accept(found);
  };

export const flag: Parse<boolean> = (given) => {
  if (['on', 'true', '1', 'yes'].includes(given.toLowerCase())) return accept(true);
  if (['off', 'false', '0', 'no'].includes(given.toLowerCase())) return accept(false);
  return refuse('on or off');
};

export const url =
  (protocols: readonly string[]): Parse<string> =>
  (given) => {
    const parsed = URL.parse(given);
    return parsed && protocols.includes(parsed.protocol)
      ? accept(given.replace(/\/+$/, ''))
      : refuse(`an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`);
  };

/** Names or addresses without scheme and port, as URLs spell them; none in an empty text. */
export const hostNames: Parse<string[]> = (given) => {
  const names = given.split(',').flatMap((name) => name.trim().toLowerCase() || []);
  const isHost = (name: string) => /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name) || isIP(name) === 6;
  const spelt = names.flatMap((name) => (isHost(name) && hostInUrl(name)) || []);
  return spelt.length === names.length
    ? accept(spelt)
    : refuse('host names with commas between them, without https:// and port');
};

function hostInUrl(name: string): string | undefined {
  const url = URL.parse(`http://${isIP(name) === 6 ? `[${name}]` : name}/`);
  return url ? hostOf(url) : undefined;
}

export const timeZone: Parse<string> = (given) => {
  try {
    return accept(new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone);
  } catch {
    return refuse('a time zone of the IANA database such as Asia/Shanghai');
  }
};

/** Random bytes of an exact length, written in hex or base64. */
export const secret =
  (bytes: number): Parse<Buffer> =>
  (given) => {
    const decoded = new RegExp(`^[0-9a-f]{${bytes * 2}}$`, 'i').test(given)
      ? Buffer.from(given, 'hex')
      : /^[\w+/-]+={0,2}$/.test(given)
        ? Buffer.from(given, 'base64')
        : Buffer.alloc(0);
    return decoded.length === bytes
      ? accept(decoded)
      : refuse(`${bytes} bytes in base64 or hex (for instance from: openssl rand -base64 ${bytes})`);
  };
