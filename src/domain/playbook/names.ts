import { type Problem, problemAt, unknownName } from './problem.ts';
import type { Playbook } from './schema.ts';

/** Which names a playbook defines, by kind. */
export type Names = Record<NameKind, ReadonlySet<string>>;

export type NameKind =
  | 'channel'
  | 'customer type'
  | 'department'
  | 'category'
  | 'priority'
  | 'rating'
  | 'rating dimension'
  | 'form'
  | 'stage'
  | 'clock'
  | 'table';

type Lists = { kind: NameKind; key: keyof Playbook; items: readonly { id: string }[] }[];

function listsOf(playbook: Playbook): Lists {
  return [
    { kind: 'channel', key: 'channels', items: playbook.channels },
    { kind: 'customer type', key: 'customerTypes', items: playbook.customerTypes },
    { kind: 'department', key: 'departments', items: playbook.departments },
    { kind: 'category', key: 'categories', items: playbook.categories },
    { kind: 'priority', key: 'priorities', items: playbook.priorities },
    { kind: 'rating', key: 'ratings', items: playbook.ratings },
    { kind: 'rating dimension', key: 'ratingDimensions', items: playbook.ratingDimensions },
    { kind: 'form', key: 'forms', items: playbook.forms },
    { kind: 'stage', key: 'stages', items: playbook.stages },
    { kind: 'clock', key: 'clocks', items: playbook.clocks },
    { kind: 'table', key: 'tables', items: playbook.tables },
  ];
}

export function namesOf(playbook: Playbook): Names {
  const entries = listsOf(playbook).map(({ kind, items }) => [kind, new Set(items.map((item) => item.id))]);
  return Object.fromEntries(entries) as Names;
}

export function repeatedNames(playbook: Playbook): Problem[] {
  return listsOf(playbook).flatMap(({ kind, key, items }) => repeatedIds([key], kind, items));
}

export function repeatedIds(
  path: (string | number)[],
  thing: string,
  items: readonly { readonly id: string }[],
): Problem[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    if (seen.has(id)) return [problemAt([...path, index, 'id'], `the ${thing} "${id}" is defined twice`)];
    seen.add(id);
    return [];
  });
}

/** The problem of a name that is not defined; none for an absent one. */
export function checkName(
  names: Names,
  kind: NameKind,
  path: (string | number)[],
  given: string | undefined,
): Problem[] {
  return given === undefined || names[kind].has(given) ? [] : [unknownName(path, kind, given, names[kind])];
}

export function checkNames(
  names: Names,
  kind: NameKind,
  path: (string | number)[],
  given: readonly string[] | undefined,
): Problem[] {
  return (given ?? []).flatMap((one, index) => checkName(names, kind, [...path, index], one));
}
