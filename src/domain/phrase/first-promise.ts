import type { Playbook } from '../playbook/schema.ts';
import { parseTarget } from '../time/target.ts';

/** A working day is longer than any day on the clock, as far as a customer can tell. */
const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, wd: 3 * 86_400_000 } as const;

/**
 * The shortest time within which a new ticket's customer hears from somebody, as written (`15m`, `3wd`); null when nothing of the kind
 * is promised under this priority. What departments promise each other is not for the customer's ears.
 */
export function firstPromise(
  { clocks }: Pick<Playbook, 'clocks'>,
  priority: string,
  category: string | null,
): string | null {
  const targets = clocks.flatMap(({ starts, stops, priorities, categories, target }) => {
    const isFromReceipt = starts.some(({ on }) => on === 'ticket.received' || on === 'ticket.registered');
    if (!isFromReceipt || !stops.some(({ on }) => on === 'customer.informed')) return [];
    if (priorities && !priorities.includes(priority)) return [];
    if (categories && (category === null || !categories.includes(category))) return [];
    if (typeof target === 'string') return [target];
    const written = (target as Record<string, string>)[priority];
    return 'from' in target || written === undefined ? [] : [written];
  });
  return targets.sort((a, b) => lengthOf(a) - lengthOf(b))[0] ?? null;
}

function lengthOf(target: string): number {
  const { amount, unit } = parseTarget(target);
  return amount * unitMs[unit];
}
