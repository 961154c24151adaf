/** Our statutory days against two packages that keep their own lists, and against the notices' counts. */
import chineseDays from 'chinese-days';
import { HolidayUtil } from 'lunar-javascript';
import { describe, expect, test } from 'vitest';
import { builtinCalendars } from '../../src/domain/calendar/builtin.ts';
import { compileCalendar } from '../../src/domain/calendar/calendar.ts';
import { cnHolidays, cnYears } from '../../src/domain/calendar/cn-days.ts';
import { readDate } from '../../src/domain/calendar/rules.ts';
import { daysOfHolidays } from '../../src/domain/calendar/statutory-days.ts';
import { workingDayAfter } from '../../src/domain/calendar/working-days.ts';
import { dateText } from '../../src/domain/calendar/zone.ts';

const cn = compileCalendar(builtinCalendars.cn);

function datesOf(year: number): string[] {
  const first = readDate(`${year}-01-01`, 'first');
  return Array.from({ length: readDate(`${year + 1}-01-01`, 'next') - first }, (_, i) => dateText(first + i));
}

function isWorkingDay(date: string): boolean {
  const day = readDate(date, 'date');
  return workingDayAfter(cn, day - 1, 1) === day;
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(date).getUTCDay());
}

/** What lunar-javascript says: listed days are off or worked, others follow the week. */
function isWorkingDayByLunar(date: string): boolean {
  const listed = HolidayUtil.getHoliday(date);
  return listed ? listed.isWork() : !isWeekend(date);
}

describe.each(cnYears)('statutory days of %i', (year) => {
  test('both packages cover the year', () => {
    expect(HolidayUtil.getHolidays(year).length).toBeGreaterThan(25);
    const exceptions = datesOf(year).filter((date) => chineseDays.isWorkday(date) === isWeekend(date));
    expect(exceptions.length).toBeGreaterThan(20);
  });

  test('every day agrees with chinese-days', () => {
    const differing = datesOf(year).filter((date) => isWorkingDay(date) !== chineseDays.isWorkday(date));
    expect(differing).toEqual([]);
  });

  test('every day agrees with lunar-javascript', () => {
    const differing = datesOf(year).filter((date) => isWorkingDay(date) !== isWorkingDayByLunar(date));
    expect(differing).toEqual([]);
  });
});

test('the years are those that the built-in calendar claims, none half', () => {
  const years = new Set(daysOfHolidays(cnHolidays).map((day) => Number(day.date.slice(0, 4))));
  expect([...years].sort()).toEqual(cnYears);
});

test('a holiday has no name or day twice, and make-up days are weekend days', () => {
  const days = daysOfHolidays(cnHolidays);
  expect(new Set(days.map((day) => day.date)).size).toBe(days.length);
  expect(days.filter((day) => day.kind === 'workday' && !isWeekend(day.date))).toEqual([]);
});
