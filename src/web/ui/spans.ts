import type { Translate } from '../i18n/texts.ts';

/** Lengths of time and moments as people say them. Pure: the present and the texts are handed in. */
type SpanKey = 'span.days' | 'span.daysAlone' | 'span.hours' | 'span.hoursAlone' | 'span.minutes' | 'span.underMinute';
type MomentKey =
  | 'time.now'
  | 'time.minutesAgo'
  | 'time.hoursAgo'
  | 'time.yesterday'
  | 'time.inMinutes'
  | 'time.inHours'
  | 'time.tomorrow';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** `1小时20分`, `2天3小时`, `2天`. Whole minutes, rounded down: a promise never looks longer than it is. */
export function spanText(ms: number, t: Translate<SpanKey>): string {
  const whole = Math.max(0, Math.floor(ms));
  if (whole < minuteMs) return t('span.underMinute');
  if (whole < hourMs) return t('span.minutes', { minutes: Math.floor(whole / minuteMs) });
  const days = Math.floor(whole / dayMs);
  const hours = Math.floor((whole % dayMs) / hourMs);
  if (days) return t(hours ? 'span.days' : 'span.daysAlone', { days, hours });
  const minutes = Math.floor((whole % hourMs) / minuteMs);
  return t(minutes ? 'span.hours' : 'span.hoursAlone', { hours, minutes });
}

export type Countdown = { tone: 'calm' | 'soon' | 'over'; ms: number };

/** `soon` in the last hour. Exactly at the due instant a promise is still kept. */
export function countdown(due: number, now: number, isBreached = false): Countdown {
  const ms = due - now;
  if (ms < 0 || isBreached) return { tone: 'over', ms: Math.max(0, -ms) };
  return { tone: ms <= hourMs ? 'soon' : 'calm', ms };
}

/** `5分钟前`, `昨天 14:05`, `3月2日 14:05`; the year only when it is another one. */
export function momentText(at: number, now: number, locale: string, t: Translate<MomentKey>): string {
  const ms = now - at;
  if (Math.abs(ms) < minuteMs) return t('time.now');
  const minutes = Math.floor(Math.abs(ms) / minuteMs);
  if (minutes < 60) return t(ms > 0 ? 'time.minutesAgo' : 'time.inMinutes', { count: minutes });
  const days = calendarDay(now) - calendarDay(at);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  if (days === 0) return t(ms > 0 ? 'time.hoursAgo' : 'time.inHours', { count: Math.floor(minutes / 60) });
  if (days === 1) return t('time.yesterday', { time });
  if (days === -1) return t('time.tomorrow', { time });
  return fullTime(at, locale, new Date(at).getFullYear() !== new Date(now).getFullYear());
}

/** Date and time in the reader's own time zone. */
export function fullTime(at: number, locale: string, withYear = true): string {
  return new Intl.DateTimeFormat(locale, {
    ...(withYear ? { year: 'numeric' } : {}),
    month: locale.startsWith('zh') ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** Days since an arbitrary one, by the local calendar. */
function calendarDay(at: number): number {
  const date = new Date(at);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs);
}
