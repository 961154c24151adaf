import { Refusal } from '../refusal.ts';

/** The most parties, tasks, letters, meetings or solution rounds that one ticket has: more belong to another ticket. */
const most = 200;

/** The number of the next one. @throws Refusal coordination.too-many */
export function nextId(all: readonly { id: number }[], field: string): number {
  if (all.length >= most) throw new Refusal('coordination.too-many', field, { most });
  return (all.at(-1)?.id ?? 0) + 1;
}
