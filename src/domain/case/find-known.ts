import { contactsOf, isPhone } from '../customer/contact.ts';
import { spokenDigits } from './find-numbers.ts';
import { titles } from './find-patterns.ts';
import type { Finding, FindingKind } from './finding.ts';
import { originalSpan, type Plain, plainOf } from './plain.ts';

/** What is known of the person whom the ticket is about. */
export type KnownPerson = {
  names: readonly string[];
  contacts: readonly string[];
  /** Customer, order and other numbers. */
  numbers: readonly string[];
};
export const nobodyKnown: KnownPerson = { names: [], contacts: [], numbers: [] };

const between = /[ \t\-\u2010-\u2015\u2212._·•*()/]/;
const compound = /^(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|夏侯|宇文|长孙|南宫)/;
/** Shorter pieces fit anywhere. */
const shortest = { name: 2, number: 5, contact: 5 };
const han = /^\p{Script=Han}+$/u;

/**
 * The person's own name, contacts and numbers in any spelling: full width, other case, spaces or hyphens inside, digits spelled out in
 * Chinese, a foreign name turned round, the surname with a title.
 */
export function findKnown(plain: Plain, person: KnownPerson): Finding[] {
  const squeezed = squeeze(plain);
  const places = (kind: FindingKind, spellings: readonly string[]): Finding[] =>
    [...new Set(spellings.map(keyOf))]
      .flatMap((key) => placesOf(squeezed, key))
      .map(([first, last]) => ({ ...originalSpan(plain, first, last), kind, isHard: true }));
  const contacts = person.contacts.flatMap(contactsOf);
  return [
    ...places('customer', person.names.flatMap(spellingsOfName)),
    ...contacts.flatMap((contact) => places(kindOf(contact), spellingsOfContact(contact))),
    ...places(
      'number',
      person.numbers.filter((one) => plainLength(one) >= shortest.number),
    ),
    ...person.names
      .flatMap((name) => titledPlaces(plain, name))
      .map((span): Finding => ({ ...span, kind: 'customer', isHard: true })),
  ];
}

const kindOf = (contact: string): FindingKind =>
  isPhone(contact) ? 'phone' : contact.includes('@') ? 'email' : 'account';

function spellingsOfName(name: string): string[] {
  const text = name.normalize('NFKC').trim();
  if (plainLength(text) < shortest.name || new RegExp(`^(?:客户|用户|匿名|${titles})$`, 'u').test(text)) return [];
  const words = text.split(/[\s·.]+/).filter((word) => word !== '');
  return words.length > 1 && !han.test(words.join('')) ? [text, words.toReversed().join('')] : [text];
}

/** A contact as it is kept is normalised; people also write the country code and the area in front. */
function spellingsOfContact(contact: string): string[] {
  const number = contact.split('#')[0] ?? contact;
  if (plainLength(number) < shortest.contact) return [];
  return number.startsWith('0')
    ? [number, number.replace(/^0(?:10|2\d|[3-9]\d\d)/, '')].filter(isLongEnough)
    : [number];
}

const isLongEnough = (text: string) => plainLength(text) >= 7;

/** 王先生, 欧阳女士: not the name, yet the person. */
function titledPlaces(plain: Plain, name: string) {
  const text = name.normalize('NFKC').trim();
  if (!han.test(text) || text.length > 4 || text.length < 2) return [];
  const surname = compound.exec(text)?.[0] ?? text.slice(0, 1);
  return [...plain.text.matchAll(new RegExp(`${surname}\\s?${titles}`, 'gu'))].map((found) =>
    originalSpan(plain, found.index, found.index + found[0].length),
  );
}

type Squeezed = { text: string; place: number[]; isWordStart: boolean[] };

/** Without what people put inside names and numbers, lower case, Chinese digits as digits; each unit knows its place in the plain text. */
function squeeze({ text }: Plain): Squeezed {
  let squeezed = '';
  const place: number[] = [];
  const isWordStart: boolean[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (between.test(char)) continue;
    squeezed += unitOf(char);
    place.push(i);
    isWordStart.push(!isLetter(text[i - 1]));
  }
  return { text: squeezed, place, isWordStart };
}

const unitOf = (char: string) => {
  const lower = char.toLowerCase();
  return spokenDigits.get(char) ?? (lower.length === 1 ? lower : char);
};
const keyOf = (text: string) => squeeze(plainOf(text)).text;
const plainLength = (text: string) => keyOf(text).length;
const isLetter = (char: string | undefined) => char !== undefined && /[A-Za-z]/.test(char);

/** A name in Latin letters must stand as a word; everything else may stand anywhere. */
function placesOf({ text, place, isWordStart }: Squeezed, key: string): [number, number][] {
  const places: [number, number][] = [];
  for (let from = text.indexOf(key); from >= 0 && key !== ''; from = text.indexOf(key, from + key.length)) {
    const first = place[from] ?? 0;
    const last = (place[from + key.length - 1] ?? 0) + 1;
    const isWhole = !isLetter(key[0]) || (isWordStart[from] && (isWordStart[from + key.length] ?? true));
    if (isWhole || !isLetter(key.at(-1)) || !isLetter(text[from + key.length])) places.push([first, last]);
  }
  return places;
}
