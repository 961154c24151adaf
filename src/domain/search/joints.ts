import { alphanumeric, type Folded, type Kind } from './fold.ts';

/**
 * A joint is what people put inside a number or a word and leave out elsewhere: one hyphen between letters or digits, one space between
 * digits. Gives each stretch of letters and digits that has joints, written without them.
 */
export type Joined = { chars: string[]; kinds: Kind[]; at: number[] };

export function withoutJoints({ chars, kinds, at }: Folded): Joined[] {
  const found: Joined[] = [];
  for (let i = 0; i < chars.length; i++) {
    if (!isJoint(chars, kinds, i)) continue;
    let from = i;
    while (from > 0 && belongs(chars, kinds, from - 1)) from--;
    let to = i + 1;
    while (to < chars.length && belongs(chars, kinds, to)) to++;
    const kept = Array.from({ length: to - from }, (_, k) => from + k).filter((k) => kinds[k] === alphanumeric);
    found.push({
      chars: kept.map((k) => chars[k] ?? ''),
      kinds: kept.map(() => alphanumeric),
      at: kept.map((k) => at[k] ?? 0),
    });
    i = to;
  }
  return found;
}

function belongs(chars: readonly string[], kinds: readonly Kind[], i: number): boolean {
  return kinds[i] === alphanumeric || isJoint(chars, kinds, i);
}

function isJoint(chars: readonly string[], kinds: readonly Kind[], i: number): boolean {
  const char = chars[i];
  if (char !== '-' && char !== ' ') return false;
  if (kinds[i - 1] !== alphanumeric || kinds[i + 1] !== alphanumeric) return false;
  return char === '-' || (isDigit(chars[i - 1]) && isDigit(chars[i + 1]));
}

const isDigit = (char: string | undefined) => char !== undefined && char >= '0' && char <= '9';
