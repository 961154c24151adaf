import type { ClockView } from '../../../../contract/ticket.ts';

export type ClockTone = 'calm' | 'soon' | 'over' | 'held' | 'kept' | 'late' | 'gone';

/** How a clock looks now: its tone, and how much of its span is used up, in per cent; null when that says nothing. */
export function clockProgress(clock: ClockView, now: number): { tone: ClockTone; percent: number | null } {
  switch (clock.status) {
    case 'met':
      return { tone: 'kept', percent: usedAt(clock, stopOf(clock)) };
    case 'late':
      return { tone: 'late', percent: 100 };
    case 'ended':
    case 'cancelled':
      return { tone: 'gone', percent: null };
    case 'paused':
      return { tone: clock.isBreached ? 'over' : 'held', percent: null };
    case 'running':
      return runningProgress(clock, now);
  }
}

const soonPercent = 75;
const soonMs = 3_600_000;

function runningProgress(clock: ClockView, now: number): { tone: ClockTone; percent: number | null } {
  if (clock.due === null) return { tone: 'calm', percent: null };
  const left = Date.parse(clock.due) - now;
  if (clock.isBreached || left < 0) return { tone: 'over', percent: 100 };
  const percent = usedAt(clock, now);
  return { tone: left <= soonMs || (percent ?? 0) >= soonPercent ? 'soon' : 'calm', percent };
}

function usedAt(clock: ClockView, at: number | null): number | null {
  if (clock.due === null || at === null) return null;
  const start = Date.parse(clock.start);
  const whole = Date.parse(clock.due) - start;
  if (whole <= 0) return 100;
  return Math.min(100, Math.max(0, Math.round(((at - start) / whole) * 100)));
}

function stopOf(clock: ClockView): number | null {
  return clock.stop === null ? null : Date.parse(clock.stop);
}

/** Which run of its clock this is, among those about the same: each task begins with its first. */
export function cycleOf(clocks: readonly ClockView[], { clock, subject, cycle }: ClockView): number {
  return clocks.filter((one) => one.clock === clock && one.subject === subject && one.cycle <= cycle).length;
}

const openStatuses: readonly ClockView['status'][] = ['running', 'paused'];

export function isOpenClock(clock: ClockView): boolean {
  return openStatuses.includes(clock.status) && hasPromise(clock);
}

/** A clock without target and due time promises nothing to a ticket of this priority. */
function hasPromise({ target, due, status }: ClockView): boolean {
  return target !== null || due !== null || status === 'paused';
}

/** Open clocks, the one due first on top and those on hold below; then what is over, the latest first. */
export function sortClocks(clocks: readonly ClockView[]): { open: ClockView[]; over: ClockView[] } {
  const dueOf = (clock: ClockView) => (clock.due === null ? Number.POSITIVE_INFINITY : Date.parse(clock.due));
  const promised = clocks.filter(hasPromise);
  const open = promised.filter(isOpenClock).toSorted((a, b) => dueOf(a) - dueOf(b));
  const over = promised.filter((clock) => !isOpenClock(clock)).toSorted((a, b) => (stopOf(b) ?? 0) - (stopOf(a) ?? 0));
  return { open, over };
}
