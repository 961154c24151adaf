import { findError } from '../contract/errors.ts';
import type { Refusal } from '../domain/refusal.ts';

/** What was refused and what to do, in the words of the API's errors. */
export function refusalText({ code, message, details }: Refusal): string {
  const entry = findError(code);
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => listed(details[name]));
  return entry ? `${fill(entry.en)}. ${fill(entry.remedyEn)}.` : message;
}

function listed(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}
