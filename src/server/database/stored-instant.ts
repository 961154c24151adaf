import { Refusal } from '../../domain/refusal.ts';
import { parseInstant } from '../../domain/time/instant.ts';

/** Whether a text is a time as PostgreSQL spells it in UTC, such as a cursor brings back: anything else would fail in the statement. */
export function isStoredInstant(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(text)) return false;
  try {
    parseInstant(text.replace(' ', 'T'), '');
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
