import type { Playbook } from './schema.ts';
import type { Bilingual } from './schema-parts.ts';

/**
 * What differs between two versions of a playbook, part by part. It knows no part by name: lists whose entries have an `id` are compared by it,
 * everything else by what it says, so that whatever the vocabulary gains is compared too.
 */
export type PlaybookChange = {
  kind: 'added' | 'removed' | 'changed' | 'reordered';
  /** From the root: keys, and the ids of entries, such as clocks, resolution, target, urgent. */
  path: string[];
  /** The nearest entry around it that has a name, as it is called afterwards (before, where it is gone). */
  name: Bilingual | null;
  /** Absent where there is nothing on that side. */
  before?: unknown;
  after?: unknown;
};

/** Said elsewhere, or not part of what is run. */
const leftOut: ReadonlySet<string> = new Set(['version', '$schema']);

export function diffPlaybooks(before: Playbook, after: Playbook): PlaybookChange[] {
  return diffMaps(before, after, [], null).filter(({ path }) => !leftOut.has(path[0] ?? ''));
}

type Plain = Record<string, unknown>;
type Entry = Plain & { id: string };

function diffValues(before: unknown, after: unknown, path: string[], name: Bilingual | null): PlaybookChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ kind: 'added', path, name: nameOf(after) ?? name, after }];
  if (after === undefined) return [{ kind: 'removed', path, name: nameOf(before) ?? name, before }];
  if (isEntries(before) && isEntries(after)) return diffEntries(before, after, path, name);
  if (isMap(before) && isMap(after) && !isBilingual(before)) {
    return diffMaps(before, after, path, nameOf(after) ?? name);
  }
  return isSame(before, after) ? [] : [{ kind: 'changed', path, name, before, after }];
}

function diffMaps(before: Plain, after: Plain, path: string[], name: Bilingual | null): PlaybookChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => diffValues(before[key], after[key], [...path, key], name));
}

function diffEntries(
  before: readonly Entry[],
  after: readonly Entry[],
  path: string[],
  name: Bilingual | null,
): PlaybookChange[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const now = new Set(after.map(({ id }) => id));
  const kept = (entries: readonly Entry[]) => entries.map(({ id }) => id).filter((id) => old.has(id) && now.has(id));
  const [was, is] = [kept(before), kept(after)];
  return [
    ...before.flatMap((entry) => (now.has(entry.id) ? [] : diffValues(entry, undefined, [...path, entry.id], name))),
    ...after.flatMap((entry) => diffValues(old.get(entry.id), entry, [...path, entry.id], name)),
    ...(isSame(was, is) ? [] : [{ kind: 'reordered' as const, path, name, before: was, after: is }]),
  ];
}

const isMap = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
const isBilingual = (value: unknown): value is Bilingual =>
  isMap(value) && typeof value.zh === 'string' && typeof value.en === 'string' && Object.keys(value).length === 2;

/** An empty list is one too: it is what an entry is added to. */
function isEntries(value: unknown): value is Entry[] {
  if (!Array.isArray(value) || !value.every((one) => isMap(one) && typeof one.id === 'string')) return false;
  return new Set(value.map(({ id }) => id)).size === value.length;
}

function nameOf(value: unknown): Bilingual | null {
  return isMap(value) && isBilingual(value.name) ? value.name : null;
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((one, index) => isSame(one, right[index]));
  }
  if (!isMap(left) || !isMap(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => isSame(left[key], right[key]));
}
