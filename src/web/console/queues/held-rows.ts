/**
 * Live data must not move rows under a reader's eyes. Rows keep their places while their contents refresh, those that
 * left the queue go, and what is new or has moved is only announced until the reader takes it in.
 */
export type Held<T> = { rows: T[]; newCount: number; hasMoved: boolean };

export function holdRows<T extends { id: number }>(held: readonly number[], fresh: readonly T[]): Held<T> {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const rows = held.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(held);
  const freshKnown = fresh.filter((row) => known.has(row.id));
  return {
    rows,
    newCount: fresh.length - freshKnown.length,
    hasMoved: freshKnown.some((row, index) => row.id !== rows[index]?.id),
  };
}

/** After "load more": what was held stays put, the rest follows. */
export function appendRows<T extends { id: number }>(held: readonly number[], fresh: readonly T[]): number[] {
  const known = new Set(held);
  return [...held, ...fresh.filter((row) => !known.has(row.id)).map((row) => row.id)];
}
