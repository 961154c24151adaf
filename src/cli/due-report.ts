/** An explanation as lines to read, or as JSON with ISO times. */

import type { DueExplanation } from '../domain/time/explain.ts';
import { formatInstant } from '../domain/time/instant.ts';
import { formatTarget } from '../domain/time/target.ts';
import type { Language } from './due-texts.ts';

/** Spans and pauses printed before the rest is only counted. */
const maxLines = 20;

const words = {
  zh: {
    due: '到期',
    paused: '暂停中，恢复后才能得知',
    start: '起点',
    effectiveStart: '起算',
    target: '时限',
    working: '按工作时间',
    wall: '按自然时间',
    zone: '时区',
    workingDays: '工作日',
    specialDates: '特殊日',
    closed: '休',
    open: '班',
    spans: '计时',
    pauses: '暂停',
    ongoing: '未结束',
    noEffect: '不影响',
    dueWithoutPauses: '若无暂停',
    more: (count: number) => `……另有 ${count} 项`,
    units: { s: ' 秒', m: ' 分钟', h: ' 小时', wd: ' 个工作日' },
    duration: [' 小时', ' 分', ' 秒'],
    weekdays: ['日', '一', '二', '三', '四', '五', '六'].map((day) => `周${day}`),
  },
  en: {
    due: 'Due',
    paused: 'unknown while paused',
    start: 'Start',
    effectiveStart: 'Counted from',
    target: 'Target',
    working: 'working time',
    wall: 'elapsed time',
    zone: 'Time zone',
    workingDays: 'Working days',
    specialDates: 'Special dates',
    closed: 'closed',
    open: 'open',
    spans: 'Counted',
    pauses: 'Paused',
    ongoing: 'still open',
    noEffect: 'no effect',
    dueWithoutPauses: 'Without pauses',
    more: (count: number) => `… and ${count} more`,
    units: { s: ' s', m: ' min', h: ' h', wd: ' working days' },
    duration: [' h', ' min', ' s'],
    weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  },
};

/** Label and value, one a line; the due time first. */
export function reportText(explained: DueExplanation, language: Language): string {
  const say = words[language];
  const time = (at: number) =>
    `${formatInstant(at, explained.timeZone)} ${weekdayOf(at, explained.timeZone, language)}`;
  const rows: [string, string][] = [
    [say.due, explained.due === null ? say.paused : time(explained.due)],
    [say.start, time(explained.start)],
    [say.target, `${explained.target.amount}${say.units[explained.target.unit]} · ${say[explained.time]}`],
    [say.zone, explained.timeZone],
  ];
  if (explained.effectiveStart !== explained.start)
    rows.splice(2, 0, [say.effectiveStart, time(explained.effectiveStart)]);
  addList(rows, say.workingDays, explained.workingDays, language);
  const specialDates = explained.specialDates.map(({ date, isOpen }) => `${date} ${isOpen ? say.open : say.closed}`);
  addList(rows, say.specialDates, specialDates, language);
  addList(
    rows,
    say.spans,
    explained.spans.map((span) => spanText(span, explained.timeZone, language)),
    language,
  );
  addList(
    rows,
    say.pauses,
    explained.pauses.map((pause) => spanText(pause, explained.timeZone, language)),
    language,
  );
  if (explained.pauses.length > 0) rows.push([say.dueWithoutPauses, time(explained.dueWithoutPauses)]);
  return layOut(rows, language);
}

/** The explanation with its instants as ISO 8601 in the calendar's zone. */
export function reportJson(explained: DueExplanation): string {
  const time = (at: number) => formatInstant(at, explained.timeZone);
  const span = <T extends { from: number; to: number | null }>(part: T) => ({
    ...part,
    from: time(part.from),
    to: part.to === null ? null : time(part.to),
  });
  const report = {
    due: explained.due === null ? null : time(explained.due),
    start: time(explained.start),
    effectiveStart: time(explained.effectiveStart),
    target: formatTarget(explained.target),
    time: explained.time,
    timeZone: explained.timeZone,
    dueWithoutPauses: time(explained.dueWithoutPauses),
    workingDays: explained.workingDays,
    specialDates: explained.specialDates,
    spans: explained.spans.map(span),
    pauses: explained.pauses.map(span),
    truncated: explained.truncated,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function addList(rows: [string, string][], label: string, items: readonly string[], language: Language): void {
  for (const [index, item] of items.slice(0, maxLines).entries()) rows.push([index === 0 ? label : '', item]);
  if (items.length > maxLines) rows.push(['', words[language].more(items.length - maxLines)]);
}

type Part = { from: number; to: number | null; countedMs: number | null };

function spanText({ from, to, countedMs }: Part, timeZone: string, language: Language): string {
  const say = words[language];
  const end = to === null ? say.ongoing : formatInstant(to, timeZone);
  const counted = countedMs === null ? '' : ` · ${countedMs === 0 ? say.noEffect : durationText(countedMs, language)}`;
  return `${formatInstant(from, timeZone)} → ${end}${counted}`;
}

function durationText(ms: number, language: Language): string {
  const [hours, minutes, seconds] = words[language].duration;
  const parts = [
    [Math.floor(ms / 3_600_000), hours],
    [Math.floor(ms / 60_000) % 60, minutes],
    [(ms % 60_000) / 1000, seconds],
  ] as const;
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount}${unit}`)
    .join(' ');
}

function weekdayOf(at: number, timeZone: string, language: Language): string {
  const date = formatInstant(at, timeZone).slice(0, 10);
  return words[language].weekdays[new Date(date).getUTCDay()] ?? '';
}

/** Labels padded to one column; a Chinese character takes two. */
function layOut(rows: readonly [string, string][], language: Language): string {
  const width = (text: string) => (language === 'zh' ? text.length * 2 : text.length);
  const column = Math.max(...rows.map(([label]) => width(label))) + 2;
  return rows.map(([label, value]) => `${label}${' '.repeat(column - width(label))}${value}\n`).join('');
}
