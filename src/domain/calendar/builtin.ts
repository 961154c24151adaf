import { cnHolidays } from './cn-days.ts';
import type { CalendarDefinition } from './definition.ts';
import { applyStatutoryDays, daysOfHolidays } from './statutory-days.ts';

const allDay = ['00:00-24:00'];
const officeHours = ['09:00-18:00'];

const cnWeek: CalendarDefinition = {
  timeZone: 'Asia/Shanghai',
  week: { mon: officeHours, tue: officeHours, wed: officeHours, thu: officeHours, fri: officeHours },
};

/** Calendars that exist without being set up: `cn` with the statutory days of `cnYears`; `always`, open at all times. */
export const builtinCalendars: Readonly<Record<'cn' | 'always', CalendarDefinition>> = {
  cn: applyStatutoryDays(cnWeek, daysOfHolidays(cnHolidays)),
  always: {
    timeZone: 'UTC',
    week: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
  },
};
