import { type RefObject, useRef, useState } from 'react';
import type { TicketRow } from '../../../contract/ticket.ts';
import { appendRows, type Held, holdRows } from './held-rows.ts';

type State = { key: string; pages: number; ids: number[] };

/**
 * Holds the order on screen (see held-rows.ts). It starts anew with another question (`key`), follows by itself while
 * nobody is reading (at the top, pointer and focus elsewhere), and grows at the end with another page.
 */
export function useHeldRows(
  key: string,
  fresh: readonly TicketRow[],
  pages: number,
  list: RefObject<HTMLElement | null>,
): Held<TicketRow> & { apply: () => void } {
  const [state, setState] = useState<State>({ key: '', pages: 0, ids: [] });
  const seen = useRef<readonly TicketRow[]>(fresh);
  const all = () => fresh.map((row) => row.id);
  let ids = state.ids;
  if (state.key !== key || (seen.current !== fresh && !isReading(list.current))) ids = all();
  else if (pages > state.pages) ids = appendRows(state.ids, fresh);
  seen.current = fresh;
  if (state.key !== key || state.pages !== pages || !isSame(ids, state.ids)) setState({ key, pages, ids });
  return { ...holdRows(ids, fresh), apply: () => setState({ key, pages, ids: all() }) };
}

function isReading(list: HTMLElement | null): boolean {
  if (!list || window.scrollY > 40) return list !== null;
  return list.matches(':hover') || list.contains(document.activeElement);
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
