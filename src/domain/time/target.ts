/** A target says how much time a promise allows: seconds, minutes, hours, or working days. */
import { excerpt } from '../calendar/refusals.ts';
import { timeRefusal } from './refusals.ts';

export type TargetUnit = 's' | 'm' | 'h' | 'wd';
/** A positive whole number of units; at most ten years (of elapsed or of working time), 3,660 working days. */
export type Target = { readonly amount: number; readonly unit: TargetUnit };

export const targetPattern = /^([1-9]\d{0,8})(s|m|h|wd)$/;

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000 } as const;
const largest: Record<TargetUnit, number> = { s: 316_224_000, m: 5_270_400, h: 87_840, wd: 3_660 };

/** Reads `45s`, `30m`, `4h`, `3wd`. Refuses `target.*` on the field `target`. */
export function parseTarget(text: string): Target {
  const match = targetPattern.exec(text);
  if (match) {
    const target = { amount: Number(match[1]), unit: match[2] as TargetUnit };
    checkTarget(target);
    return target;
  }
  if (/^\d{1,9} *(d|w|day|days|天|日)$/i.test(text)) {
    const message = `"${excerpt(text)}": days are ambiguous; write 24h for a day on the clock or 1wd for a working day`;
    throw timeRefusal('target.unit-unknown', 'target', message, { target: excerpt(text) });
  }
  const message = `"${excerpt(text)}" is not a target; write a whole number from 1 and s, m, h or wd, e.g. 30m or 3wd`;
  throw timeRefusal('target.invalid', 'target', message, { target: excerpt(text) });
}

/** Refuses a target that no `parseTarget` would give. */
export function checkTarget({ amount, unit }: Target): void {
  if (!Object.hasOwn(largest, unit)) {
    const message = `"${unit}" is not a unit of time; use s, m, h or wd`;
    throw timeRefusal('target.unit-unknown', 'target', message, { target: `${amount}${unit}` });
  }
  if (Number.isInteger(amount) && amount >= 1 && amount <= largest[unit]) return;
  const message = `${amount}${unit} is out of range; use a whole number from 1 to ${largest[unit]} for ${unit}`;
  throw timeRefusal('target.out-of-range', 'target', message, { target: `${amount}${unit}`, largest: largest[unit] });
}

/** Length of a target in ms; null for working days, which have none. */
export function targetMs(target: Target): number | null {
  return target.unit === 'wd' ? null : target.amount * unitMs[target.unit];
}

/** `30m`, `3wd`: what `parseTarget` reads. */
export function formatTarget(target: Target): string {
  return `${target.amount}${target.unit}`;
}
