import { isDeepStrictEqual } from 'node:util';

/** Where two JSON-like values differ, as `facts.clocks.3.due`; what is only on one side has `undefined` on the other. */
export type Difference = { field: string; stored: unknown; rebuilt: unknown };

export function differencesOf(field: string, stored: unknown, rebuilt: unknown): Difference[] {
  if (isDeepStrictEqual(stored, rebuilt)) return [];
  if (!isObject(stored) || !isObject(rebuilt) || isPlainList(stored) || isPlainList(rebuilt))
    return [{ field, stored, rebuilt }];
  const names = new Set([...Object.keys(stored), ...Object.keys(rebuilt)]);
  return [...names].flatMap((name) => differencesOf(`${field}.${name}`, stored[name], rebuilt[name]));
}

/** Lists of ids and the like are told as a whole. */
function isPlainList(value: unknown): boolean {
  return Array.isArray(value) && !value.some(isObject);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
