import type { PlaybookField } from '../../../domain/playbook/schema.ts';

export type QuickTimeKey =
  | 'time.now'
  | 'time.ago.10m'
  | 'time.ago.30m'
  | 'time.ago.1h'
  | 'time.in.2h'
  | 'time.in.4h'
  | 'time.in.24h'
  | 'time.todayEnd'
  | 'time.tomorrowNoon'
  | 'time.tomorrowEnd';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

type Moment = Pick<PlaybookField, 'binds' | 'past'>;

/** Whether the moment cannot lie ahead: what arrived has arrived, what was done is done. */
export const liesBehind = ({ binds, past }: Moment): boolean => past === true || binds === 'received-at';

/**
 * The moments people usually mean: what arrived lies behind, what is promised ahead. A field that sets nothing may ask for
 * either (when was it finished, by when is it wanted), so it offers both. Epoch ms, whole minutes.
 */
export function quickTimes(field: Moment, now: number): { key: QuickTimeKey; at: number }[] {
  if (liesBehind(field)) return behind(now);
  if (field.binds !== undefined) return ahead(now);
  return [...behind(now), ...ahead(now)].filter(({ key }) => eitherWay.includes(key));
}

const eitherWay: readonly QuickTimeKey[] = [
  'time.now',
  'time.ago.30m',
  'time.ago.1h',
  'time.in.2h',
  'time.todayEnd',
  'time.tomorrowEnd',
];

function behind(now: number): { key: QuickTimeKey; at: number }[] {
  return [
    { key: 'time.now', at: now },
    { key: 'time.ago.10m', at: now - 10 * minuteMs },
    { key: 'time.ago.30m', at: now - 30 * minuteMs },
    { key: 'time.ago.1h', at: now - hourMs },
  ];
}

function ahead(now: number): { key: QuickTimeKey; at: number }[] {
  const choices: { key: QuickTimeKey; at: number }[] = [
    { key: 'time.in.2h', at: now + 2 * hourMs },
    { key: 'time.in.4h', at: now + 4 * hourMs },
    { key: 'time.todayEnd', at: localTime(now, 0, 18) },
    { key: 'time.tomorrowNoon', at: localTime(now, 1, 12) },
    { key: 'time.tomorrowEnd', at: localTime(now, 1, 18) },
  ];
  return choices.filter(({ at }) => at > now).map(({ key, at }) => ({ key, at: wholeMinute(at) }));
}

function localTime(now: number, daysOn: number, hour: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysOn, hour).getTime();
}

function wholeMinute(at: number): number {
  return Math.floor(at / minuteMs) * minuteMs;
}
