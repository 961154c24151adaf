import { Refusal } from '../refusal.ts';

/** The most parties, tasks, letters, meetings or solution rounds that one ticket has: more belong to another ticket. */
const most = 200;

/** @throws Refusal coordination.too-many */
export function checkRoom(all: readonly unknown[], field: string): void {
  if (all.length >= most) throw new Refusal('coordination.too-many', field, { most });
}

/** The number of the next one. @throws Refusal coordination.too-many */
export function nextId(all: readonly { id: number }[], field: string): number {
  checkRoom(all, field);
  return (all.at(-1)?.id ?? 0) + 1;
}
