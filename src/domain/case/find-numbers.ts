import type { Finding } from './finding.ts';
import { numberKind } from './number-kinds.ts';
import { originalSpan, type Plain } from './plain.ts';

/**
 * Finds telephone numbers, identity and bank cards however they are written: in groups with spaces, hyphens, dots or brackets, full width,
 * or spelled out in Chinese digits. Runs of digits that are nothing known are told when they are long.
 */

type Group = { first: number; last: number; digits: string };

/** Digits as they are spelled out, also on banknotes and on the phone (幺). */
export const spokenDigits: ReadonlyMap<string, string> = new Map(
  ['〇零', '一壹幺', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((chars, digit) =>
    Array.from(chars, (char): [string, string] => [char, String(digit)]),
  ),
);
const joint = /^[ \-\u2010-\u2015\u2212.·_()]{1,2}$/;
const spokenJoint = /^[ \-.·_(),,、]{1,2}$/;
const mostGroups = 8;
const mostDigits = 25;
/** Fewer spoken digits are amounts and years. */
const leastSpoken = 7;

export function findNumbers(plain: Plain): Finding[] {
  const written = findIn(
    plain,
    groupsOf(plain.text, (char) => (char >= '0' && char <= '9' ? char : null)),
    joint,
  );
  const digitOf = (char: string) => (char >= '0' && char <= '9' ? char : (spokenDigits.get(char) ?? null));
  const said = findIn(plain, groupsOf(plain.text, digitOf), spokenJoint).filter(
    ({ from, to }) => !written.some((one) => one.from <= from && to <= one.to),
  );
  return [...written, ...said.filter((one) => isSpoken(plain, one))];
}

/** Characters that are digits by `digitOf`, run by run. */
export function groupsOf(text: string, digitOf: (char: string) => string | null): Group[] {
  const groups: Group[] = [];
  let open: Group | null = null;
  for (let i = 0; i < text.length; i++) {
    const digit = digitOf(text[i] ?? '');
    if (digit === null) open = null;
    else if (open) {
      open.digits += digit;
      open.last = i + 1;
    } else {
      open = { first: i, last: i + 1, digits: digit };
      groups.push(open);
    }
  }
  return groups;
}

function findIn(plain: Plain, groups: readonly Group[], between: RegExp): Finding[] {
  const found: Finding[] = [];
  for (let i = 0; i < groups.length; ) {
    const taken = longestFrom(plain, groups, i, between);
    if (taken) found.push(taken.finding);
    i = taken ? taken.next : i + 1;
  }
  return found;
}

function longestFrom(
  plain: Plain,
  groups: readonly Group[],
  start: number,
  between: RegExp,
): { finding: Finding; next: number } | null {
  const run = joined(plain.text, groups, start, between);
  for (let count = run.length; count > 0; count--) {
    const part = run.slice(0, count);
    const first = part[0]?.first ?? 0;
    const last = part[count - 1]?.last ?? 0;
    const endsInX = /^x(?![A-Za-z0-9])/i.test(plain.text.slice(last, last + 2));
    const isInternational = plain.text[first - 1] === '+';
    const kind = numberKind({ groups: part.map(({ digits }) => digits), isInternational, endsInX });
    if (!kind) continue;
    const hasX = kind.kind === 'id-card' && endsInX && part.reduce((sum, one) => sum + one.digits.length, 0) === 17;
    const span = originalSpan(plain, isInternational ? first - 1 : first, hasX ? last + 1 : last);
    return { finding: { ...span, ...kind }, next: start + count };
  }
  return null;
}

/** Groups that stand together as one number may. */
function joined(text: string, groups: readonly Group[], start: number, between: RegExp): Group[] {
  const run: Group[] = [];
  let length = 0;
  for (const group of groups.slice(start, start + mostGroups)) {
    const before = run.at(-1);
    if (before && !between.test(text.slice(before.last, group.first))) break;
    length += group.digits.length;
    if (length > mostDigits) break;
    run.push(group);
  }
  return run;
}

function isSpoken({ text, at }: Plain, { from, to }: Finding): boolean {
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const place = at[i] ?? 0;
    if (place >= from && place < to && spokenDigits.has(text[i] ?? '')) digits++;
  }
  return digits >= leastSpoken;
}
