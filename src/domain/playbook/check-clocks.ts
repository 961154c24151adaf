import { parseTarget, targetMs } from '../time/target.ts';
import { isTicketTime } from './compile.ts';
import { checkName, checkNames, type Names } from './names.ts';
import { type Problem, problemAt } from './problem.ts';
import type { Playbook, PlaybookClock } from './schema.ts';
import type { ClockEvent, ClockPattern } from './schema-clock.ts';

type Path = (string | number)[];

/** A promise needs events it can tell apart, and a target for every priority it is made to. */
export function checkClocks({ clocks }: Playbook, names: Names): Problem[] {
  return clocks.flatMap((clock, index) => {
    const path: Path = ['clocks', index];
    return [
      ...patternsOf(clock, path).flatMap(({ pattern, at }) => checkPattern(names, pattern, at)),
      ...checkNames(names, 'priority', [...path, 'priorities'], clock.priorities),
      ...checkNames(names, 'category', [...path, 'categories'], clock.categories),
      ...checkTarget(clock, names, path),
      ...checkWarnings(clock, path),
      ...checkLadder(clock, path),
    ];
  });
}

export function patternsOf(clock: PlaybookClock, path: Path): { pattern: ClockPattern; at: Path }[] {
  const { starts, stops, cancels, repeats } = clock;
  const place = (patterns: readonly ClockPattern[], ...key: Path) =>
    patterns.map((pattern, index) => ({ pattern, at: [...path, ...key, index] }));
  return [
    ...place(starts, 'starts'),
    ...place(stops, 'stops'),
    ...place(cancels, 'cancels'),
    ...place(repeats?.until ?? [], 'repeats', 'until'),
  ];
}

const carriers: Record<'stage' | 'form' | 'kind' | 'answer', readonly ClockEvent[]> = {
  stage: ['stage.entered', 'stage.completed', 'form.submitted', 'progress.recorded'],
  form: ['form.submitted'],
  kind: ['customer.informed'],
  answer: ['letter.answered', 'solution.answered'],
};

function checkPattern(names: Names, pattern: ClockPattern, path: Path): Problem[] {
  const misplaced = (['stage', 'form', 'kind', 'answer'] as const)
    .filter((key) => pattern[key] !== undefined && !carriers[key].includes(pattern.on))
    .map((key) => problemAt([...path, key], `does not go with ${pattern.on}, only with ${carriers[key].join(', ')}`));
  return [
    ...misplaced,
    ...checkName(names, 'stage', [...path, 'stage'], pattern.stage),
    ...checkName(names, 'form', [...path, 'form'], pattern.form),
  ];
}

function checkTarget({ target, priorities }: PlaybookClock, names: Names, path: Path): Problem[] {
  if (typeof target === 'string' || isTicketTime(target)) return [];
  const at = [...path, 'target'];
  const promised = new Set(priorities ?? names.priority);
  const missing = [...promised].filter((id) => names.priority.has(id) && !Object.hasOwn(target, id));
  const extra = Object.keys(target).filter((id) => names.priority.has(id) && !promised.has(id));
  return [
    ...missing.map((id) => problemAt(at, `has no target for the priority "${id}"`)),
    ...extra.map((id) => problemAt([...at, id], `the clock is not for the priority "${id}": see its priorities`)),
    ...Object.keys(target).flatMap((id) => checkName(names, 'priority', [...at, id], id)),
  ];
}

const dayMs = 86_400_000;

/** For comparing only: a working day is taken as a whole one, as warnings do. */
function roughMs(text: string): number {
  const target = parseTarget(text);
  return targetMs(target) ?? target.amount * dayMs;
}

function checkWarnings({ warn, target }: PlaybookClock, path: Path): Problem[] {
  const targets = typeof target === 'string' ? [target] : isTicketTime(target) ? [] : Object.values(target);
  const longest = targets.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...targets.map(roughMs));
  return warn.flatMap((before, index) => {
    const at = [...path, 'warn', index];
    if (warn.indexOf(before) < index) return [problemAt(at, `"${before}" is listed twice`)];
    if (roughMs(before) < longest) return [];
    return [problemAt(at, `"${before}" before the due time is not shorter than any target, so it would never warn`)];
  });
}

function checkLadder({ breach }: PlaybookClock, path: Path): Problem[] {
  const afters = breach.map(({ after }) => (after === '0m' ? 0 : roughMs(after)));
  return afters.flatMap((after, index) =>
    index === 0 || after > (afters[index - 1] ?? 0)
      ? []
      : [problemAt([...path, 'breach', index, 'after'], 'must be later than the step before')],
  );
}

export function checkExtension({ extension, clocks }: Playbook, names: Names): Problem[] {
  if (!extension) return [];
  const promised = extension.clocks.flatMap((id, index) => {
    const clock = clocks.find((one) => one.id === id);
    if (!clock || typeof clock.target === 'string' || !isTicketTime(clock.target)) return [];
    const message = `"${id}" follows the ticket's ${clock.target.from}; change that instead of extending the clock`;
    return [problemAt(['extension', 'clocks', index], message)];
  });
  return [
    ...checkNames(names, 'clock', ['extension', 'clocks'], extension.clocks),
    ...checkNames(names, 'priority', ['extension', 'priorities'], extension.priorities),
    ...promised,
    ...neverExtended(extension, clocks),
  ];
}

/** A clock that is extended for no priority that it exists for. */
function neverExtended(
  { clocks: ids, priorities }: NonNullable<Playbook['extension']>,
  clocks: readonly PlaybookClock[],
): Problem[] {
  if (!priorities) return [];
  if (priorities.length === 0)
    return [problemAt(['extension', 'priorities'], 'names none, so nothing could be extended')];
  return ids.flatMap((id, index) => {
    const kept = clocks.find((one) => one.id === id)?.priorities;
    if (!kept || kept.some((one) => priorities.includes(one))) return [];
    const message = `"${id}" exists for none of the priorities that may be extended, so it never could be`;
    return [problemAt(['extension', 'clocks', index], message)];
  });
}
