import { Refusal } from '../../../domain/refusal.ts';
import { isStoredInstant } from '../../database/stored-instant.ts';

/** Where a page ended: PostgreSQL's own spelling of the time, infinite where nobody said when, and the id. */
export type Cursor = { expectedAt: string; id: number };

export function writeCursor({ expectedAt, id }: Cursor): string {
  return Buffer.from(JSON.stringify([expectedAt, id])).toString('base64url');
}

export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    const isInstant = typeof at === 'string' && (at === 'infinity' || isStoredInstant(at));
    if (isInstant && Number.isSafeInteger(id)) return { expectedAt: at, id: Number(id) };
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error;
  }
  throw new Refusal('request.invalid', 'after', {}, 'after takes the "next" of the page before, unchanged');
}
