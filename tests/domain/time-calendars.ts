import { builtinCalendars } from '../../src/domain/calendar/builtin.ts';
import { type Calendar, compileCalendar } from '../../src/domain/calendar/calendar.ts';
import { cnHolidays } from '../../src/domain/calendar/cn-days.ts';
import { applyStatutoryDays, daysOfHolidays } from '../../src/domain/calendar/statutory-days.ts';

const splitDay = ['08:30-12:00', '13:30-17:30'];
const night = ['00:00-06:00', '22:00-24:00'];

/** The calendars that the table tests are written against. */
export const calendars: Readonly<Record<'cn' | 'always' | 'split' | 'night' | 'short', Calendar>> = {
  cn: compileCalendar(builtinCalendars.cn),
  always: compileCalendar(builtinCalendars.always),
  /** Chinese statutory days with a lunch break. */
  split: compileCalendar(
    applyStatutoryDays(
      {
        timeZone: 'Asia/Shanghai',
        week: { mon: splitDay, tue: splitDay, wed: splitDay, thu: splitDay, fri: splitDay },
      },
      daysOfHolidays(cnHolidays),
    ),
  ),
  /** A night shift, every day. */
  night: compileCalendar({
    timeZone: 'Asia/Shanghai',
    week: { mon: night, tue: night, wed: night, thu: night, fri: night, sat: night, sun: night },
  }),
  /** Days of different hours, for working-day targets that land outside them. */
  short: compileCalendar({
    timeZone: 'Asia/Shanghai',
    week: { mon: ['08:00-20:00'], tue: ['10:00-12:00', '14:00-16:00'], wed: ['08:00-20:00'], thu: ['10:00-12:00'] },
    dates: { '2026-03-06': ['07:00-08:00'] },
  }),
};
