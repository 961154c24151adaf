import { isPhone, normaliseContact } from './contact.ts';

/**
 * What of a personal field may be seen without giving a reason: enough to tell two customers apart on the phone, too little to
 * reach one. Whatever is not recognised is masked as a whole but for its ends.
 */
const stars = '****';
const compoundSurnames =
  /^(?:欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐)/;

export function maskContact(contact: string): string {
  return contact
    .split(/([,，;；、|\n/]+)/)
    .map((part, at) => (at % 2 === 0 ? maskOne(part.trim()) : part))
    .join('');
}

/** A customer number is shown as it is, unless it is a phone, an e-mail or an identity number. */
export function maskNumber(number: string): string {
  const text = number.normalize('NFKC').trim();
  if (/^\d{14,17}[\dx]$/i.test(text)) return `${text.slice(0, 3)}${stars}${text.slice(-4)}`;
  return text.includes('@') || isMobile(normaliseContact(text)) ? maskContact(text) : number;
}

/** 张** · 欧阳** · J*** S***. */
export function maskName(name: string): string {
  const text = name.trim();
  if (text === '') return '';
  if (!/\p{Script=Han}/u.test(text)) return text.replace(/\S+/g, (word) => `${firstOf(word)}***`);
  return `${compoundSurnames.exec(text)?.[0] ?? firstOf(text)}**`;
}

function maskOne(contact: string): string {
  const at = contact.indexOf('@');
  if (at > 0 && contact.includes('.', at)) return `${firstOf(contact)}***${contact.slice(at)}`;
  const normalised = normaliseContact(contact);
  if (isPhone(normalised)) return maskPhone(normalised);
  return maskText(contact);
}

function maskPhone(phone: string): string {
  const number = phone.split('#')[0] ?? phone;
  if (isMobile(number) || number.startsWith('+')) return `${number.slice(0, 3)}${stars}${number.slice(-4)}`;
  const area = /^0(?:10|2\d|[3-9]\d\d)(?=\d{7,8}$)/.exec(number)?.[0];
  if (area !== undefined) return `${area}-${stars}${number.slice(-4)}`;
  return number.length >= 10 ? `${number.slice(0, 3)}${stars}${number.slice(-4)}` : `${stars}${number.slice(-2)}`;
}

function maskText(text: string): string {
  const letters = Array.from(text);
  if (letters.length === 0) return '';
  if (letters.length < 4) return '*'.repeat(letters.length);
  if (letters.length < 8) return `${letters[0]}***`;
  return `${letters[0]}${stars}${letters.at(-1)}`;
}

const isMobile = (number: string) => /^1[3-9]\d{9}$/.test(number);
const firstOf = (text: string) => Array.from(text)[0] ?? '';
