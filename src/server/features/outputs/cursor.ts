import { Refusal } from '../../../domain/refusal.ts';
import { isStoredInstant } from '../../database/stored-instant.ts';

/** Where a page of tickets ended: PostgreSQL's own spelling of the time, which has more digits than a number of ms, and the id. */
export type Cursor = { receivedAt: string; id: number };

export function writeCursor(cursor: Cursor | null): string | null {
  return cursor && Buffer.from(JSON.stringify([cursor.receivedAt, cursor.id])).toString('base64url');
}

export function readCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  try {
    const [receivedAt, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    if (typeof receivedAt === 'string' && isStoredInstant(receivedAt) && Number.isSafeInteger(id)) {
      return { receivedAt, id: Number(id) };
    }
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error;
  }
  throw new Refusal('request.invalid', 'after', {}, 'after takes the "next" of the page before, unchanged');
}
