import type { Playbook, PlaybookClock } from '../../../../domain/playbook/schema.ts';
import { type PromisedTime, promisedTimes } from '../../../../domain/playbook/schema-clock.ts';

/** A clock's targets for the drawing: by priority in the playbook's order, one for all (`priority` null), or the ticket's own. */
export type TargetShown = { priority: string | null; target: string } | { from: PromisedTime };

export function clockTargets({ priorities }: Pick<Playbook, 'priorities'>, clock: PlaybookClock): TargetShown[] {
  const { target } = clock;
  if (typeof target === 'string') {
    const only = clock.priorities;
    return only ? only.map((priority) => ({ priority, target })) : [{ priority: null, target }];
  }
  if (isPromised(target)) return [{ from: target.from }];
  return priorities.flatMap(({ id }) => {
    const one = target[id];
    return one === undefined ? [] : [{ priority: id, target: one }];
  });
}

function isPromised(target: Exclude<PlaybookClock['target'], string>): target is { from: PromisedTime } {
  return promisedTimes.some((one) => one === target.from);
}

const units = ['s', 'm', 'h', 'wd'] as const;
export type TargetUnit = (typeof units)[number];

export function splitTarget(target: string): { count: number; unit: TargetUnit } {
  const unit = units.find((one) => target.replace(/^\d+/, '') === one) ?? 'm';
  return { count: Number.parseInt(target, 10), unit };
}
