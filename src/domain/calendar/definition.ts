import { z } from 'zod';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Limits that keep a definition, and what is compiled from it, small. */
export const calendarLimits = { intervalsPerDay: 48, dates: 4000 } as const;

export const intervalPattern = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

const dayHours = z
  .array(z.string().regex(intervalPattern, 'Write an interval as HH:MM-HH:MM, e.g. 08:30-12:00; it may end at 24:00'))
  .max(calendarLimits.intervalsPerDay);

/**
 * When an organisation is open, in the local time of `timeZone` (IANA). A weekday that is left out is closed;
 * an entry of `dates` replaces the weekday's hours on that date, `[]` closes it. The schema checks shape only:
 * order, overlap and the zone's existence are checked by `compileCalendar`, which says precisely what is wrong.
 */
export const calendarDefinitionSchema = z.strictObject({
  timeZone: z.string().min(1).max(64),
  week: z.strictObject({
    mon: dayHours.optional(),
    tue: dayHours.optional(),
    wed: dayHours.optional(),
    thu: dayHours.optional(),
    fri: dayHours.optional(),
    sat: dayHours.optional(),
    sun: dayHours.optional(),
  }),
  dates: z.record(z.iso.date(), dayHours).optional(),
});

export type CalendarDefinition = {
  timeZone: string;
  week: Partial<Record<Weekday, string[]>>;
  dates?: Record<string, string[]> | undefined;
};
