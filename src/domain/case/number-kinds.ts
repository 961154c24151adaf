import type { FindingKind } from './finding.ts';

/** What a number is, by its own check digits and ranges. Digits only, joints already taken out. */

export type NumberKind = { kind: FindingKind; isHard: boolean };

/** The groups of digits as they were written, and what stood around them. */
export type Written = { groups: readonly string[]; isInternational: boolean; endsInX: boolean };

export function numberKind({ groups, isInternational, endsInX }: Written): NumberKind | null {
  const digits = groups.join('');
  if (digits.length + (endsInX ? 1 : 0) === 18 && isIdCard(`${digits}${endsInX ? 'X' : ''}`)) return hard('id-card');
  if (isMobile(groups, digits) || isLandline(groups, digits)) return hard('phone');
  if (isInternational && digits.length >= 8 && digits.length <= 15) return hard('phone');
  if (isGroupedAsCard(groups) && isBankCard(digits)) return hard('bank-card');
  if (groups.length > 1) return null;
  if (digits.length === 15 && isOldIdCard(digits)) return { kind: 'id-card', isHard: false };
  return digits.length >= 10 && !isServiceNumber(digits) ? { kind: 'number', isHard: false } : null;
}

const hard = (kind: FindingKind): NumberKind => ({ kind, isHard: true });

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idCheckDigits = '10X98765432';

/** Resident identity card, GB 11643: region, day of birth, order, ISO 7064 MOD 11-2 check digit. */
export function isIdCard(id: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(id) || !isDay(id.slice(6, 14))) return false;
  const sum = idWeights.reduce((total, weight, i) => total + weight * Number(id[i]), 0);
  return idCheckDigits[sum % 11] === id[17];
}

/** Those given out before 1999 have no check digit. */
function isOldIdCard(digits: string): boolean {
  return /^[1-8]/.test(digits) && isDay(`19${digits.slice(6, 12)}`);
}

function isDay(day: string): boolean {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6, 8))];
  if (year < 1900 || year > 2099 || month < 1 || month > 12) return false;
  return date >= 1 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Ranges of the card schemes in use in China, and the Luhn check digit (ISO/IEC 7812). */
export function isBankCard(digits: string): boolean {
  return /^(?:62|60|4|5[1-5]|3[47]|9558)\d{11,}$/.test(digits) && digits.length <= 19 && isLuhn(digits);
}

export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = digit * 2;
    sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** In one piece, or in fours as it stands on the card. */
function isGroupedAsCard(groups: readonly string[]): boolean {
  return groups.length === 1 || groups.slice(0, -1).every((group) => group.length === 4);
}

function isMobile([first = '']: readonly string[], digits: string): boolean {
  if (!/^(?:(?:00)?86|0)?1[3-9]\d{9}$/.test(digits)) return false;
  return first.length >= 3 || first === '86';
}

const area = '0(?:10|2\\d|[3-9]\\d{2})';
const landline = new RegExp(`^(?:(?:00)?86)?${area}[2-9]\\d{6,7}$`);
const areaAlone = new RegExp(`^${area}$`);

function isLandline([first = '']: readonly string[], digits: string): boolean {
  if (!landline.test(digits)) return false;
  return first === digits || areaAlone.test(first) || /^(?:00)?86$/.test(first);
}

/** Numbers of companies, printed everywhere. */
const isServiceNumber = (digits: string) => /^[48]00\d{7}$/.test(digits);
