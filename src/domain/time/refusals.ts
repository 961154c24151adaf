import { Refusal, type RefusalDetails } from '../refusal.ts';

/** Every code that targets, instants and pauses refuse with; the texts in both languages hang off it. */
export const timeRefusalCodes = [
  'target.invalid',
  'target.unit-unknown',
  'target.out-of-range',
  'instant.invalid',
  'instant.date-invalid',
  'instant.offset-missing',
  'instant.out-of-range',
  'time.mode-unknown',
  'pause.inverted',
  'pause.open',
] as const;

export type TimeRefusalCode = (typeof timeRefusalCodes)[number];

/** `field` is the name in the command, e.g. `start` or `pauses.0.to`; the message says the remedy. */
export function timeRefusal(
  code: TimeRefusalCode,
  field: string,
  message: string,
  details: RefusalDetails = {},
): Refusal {
  return new Refusal(code, field, details, message);
}
