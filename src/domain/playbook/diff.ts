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
  /** What each step of the path is called, where it is an entry that has a name. */
  names: (Bilingual | null)[];
  /** The nearest entry around it that has a name, as it is called afterwards (before, where it is gone). */
  name: Bilingual | null;
  /** Absent where there is nothing on that side. */
  before?: unknown;
  after?: unknown;
};

/** Said elsewhere, or not part of what is run. */
const leftOut: ReadonlySet<string> = new Set(['version', '$schema']);

export function diffPlaybooks(before: Playbook, after: Playbook): PlaybookChange[] {
  return diffMaps(before, after, [], null)
    .filter(({ path }) => !leftOut.has(path[0] ?? ''))
    .map((change) => ({
      ...change,
      names: change.path.map((_, at) => stepName(change.path.slice(0, at + 1), [after, before])),
    }));
}

/** Keys have words of their own; ids, also those that targets are kept by, are called as their entries are. */
function stepName(path: readonly string[], versions: readonly Playbook[]): Bilingual | null {
  const isPriority = path.at(-2) === 'target';
  for (const version of versions) {
    const name = nameOf(
      isPriority ? entryOf(version.priorities, path.at(-1)) : path.reduce<unknown>(stepInto, version),
    );
    if (name) return name;
  }
  return null;
}

const stepInto = (part: unknown, step: string): unknown =>
  Array.isArray(part) ? entryOf(part, step) : isMap(part) && Object.hasOwn(part, step) ? part[step] : undefined;
const entryOf = (list: readonly unknown[], id: string | undefined) => list.find((one) => isMap(one) && one.id === id);

type Found = Omit<PlaybookChange, 'names'>;
type Plain = Record<string, unknown>;
type Entry = Plain & { id: string };

function diffValues(before: unknown, after: unknown, path: string[], name: Bilingual | null): Found[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ kind: 'added', path, name: nameOf(after) ?? name, after }];
  if (after === undefined) return [{ kind: 'removed', path, name: nameOf(before) ?? name, before }];
  if (isEntries(before) && isEntries(after)) return diffEntries(before, after, path, name);
  if (isMap(before) && isMap(after) && !isBilingual(before)) {
    return diffMaps(before, after, path, nameOf(after) ?? name);
  }
  return isSame(before, after) ? [] : [{ kind: 'changed', path, name, before, after }];
}

function diffMaps(before: Plain, after: Plain, path: string[], name: Bilingual | null): Found[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => diffValues(before[key], after[key], [...path, key], name));
}

function diffEntries(
  before: readonly Entry[],
  after: readonly Entry[],
  path: string[],
  name: Bilingual | null,
): Found[] {
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
