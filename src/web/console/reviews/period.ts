import dayjs, { type Dayjs } from 'dayjs';
import type { ReviewsSearch } from './search.ts';

export type Period = { from: string; to: string };
export const presetNames = ['week', 'lastWeek', 'month', 'lastMonth'] as const;
export type PresetName = (typeof presetNames)[number];

export const dayFormat = 'YYYY-MM-DD';

/** Weeks begin on Monday. What runs on ends today, so that it is held against as many days before and not against whole ones. */
export function presetPeriod(name: PresetName, today: Dayjs = dayjs()): Period {
  const monday = today.subtract((today.day() + 6) % 7, 'day');
  const lastMonth = today.subtract(1, 'month');
  const spans: Record<PresetName, [Dayjs, Dayjs]> = {
    week: [monday, today],
    lastWeek: [monday.subtract(7, 'day'), monday.subtract(1, 'day')],
    month: [today.startOf('month'), today],
    lastMonth: [lastMonth.startOf('month'), lastMonth.endOf('month')],
  };
  const [from, to] = spans[name];
  return { from: from.format(dayFormat), to: to.format(dayFormat) };
}

/** This week when the address says nothing. */
export function periodOf({ from, to }: ReviewsSearch, today: Dayjs = dayjs()): Period {
  const week = presetPeriod('week', today);
  return { from: from ?? to ?? week.from, to: to ?? (from === undefined || from <= week.to ? week.to : from) };
}

/** Null for days of one's own choice. */
export function presetOf(period: Period, today: Dayjs = dayjs()): PresetName | null {
  const isSame = (other: Period) => other.from === period.from && other.to === period.to;
  return presetNames.find((name) => isSame(presetPeriod(name, today))) ?? null;
}
