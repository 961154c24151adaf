import { describe, expect, test } from 'vitest';
import { builtinCalendars } from '../../src/domain/calendar/builtin.ts';
import {
  type CalendarDefinition,
  calendarDefinitionSchema,
  compileCalendar,
} from '../../src/domain/calendar/calendar.ts';
import { nextOpen } from '../../src/domain/calendar/open-time.ts';
import { Refusal } from '../../src/domain/refusal.ts';

function refusalOf(definition: unknown): Refusal {
  try {
    compileCalendar(definition as CalendarDefinition);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`Accepted ${JSON.stringify(definition)}`);
}

const week = { mon: ['09:00-18:00'] };
const shanghai = (part: object) => ({ timeZone: 'Asia/Shanghai', week, ...part });

describe('a calendar definition is refused with code, field and remedy', () => {
  test.each([
    [null, 'calendar.invalid', '', /object/],
    [[], 'calendar.invalid', '', /object/],
    ['cn', 'calendar.invalid', '', /object/],
    [{ week }, 'calendar.invalid', 'timeZone', /IANA/],
    [{ timeZone: 8, week }, 'calendar.invalid', 'timeZone', /IANA/],
    [{ timeZone: 'Asia/Peking', week }, 'calendar.zone-unknown', 'timeZone', /Asia\/Shanghai/],
    [{ timeZone: '+08:00', week }, 'calendar.zone-unknown', 'timeZone', /IANA/],
    [{ timeZone: '', week }, 'calendar.zone-unknown', 'timeZone', /IANA/],
    [{ timeZone: 'UTC' }, 'calendar.invalid', 'week', /mon/],
    [{ timeZone: 'UTC', week: [] }, 'calendar.invalid', 'week', /mon/],
    [shanghai({ holidays: [] }), 'calendar.key-unknown', 'holidays', /dates/],
    [shanghai({ week: { monday: [] } }), 'calendar.weekday-unknown', 'week.monday', /mon, tue/],
    [shanghai({ week: { mon: '09:00-18:00' } }), 'calendar.invalid', 'week.mon', /list/],
    [shanghai({ week: { mon: null } }), 'calendar.invalid', 'week.mon', /list/],
    [shanghai({ week: { mon: [900] } }), 'calendar.interval-invalid', 'week.mon.0', /HH:MM/],
    [shanghai({ week: { mon: ['9:00-18:00'] } }), 'calendar.interval-invalid', 'week.mon.0', /HH:MM/],
    [shanghai({ week: { mon: ['09:00:00-18:00:00'] } }), 'calendar.interval-invalid', 'week.mon.0', /HH:MM/],
    [shanghai({ week: { mon: ['09:00-24:30'] } }), 'calendar.interval-invalid', 'week.mon.0', /24:00/],
    [shanghai({ week: { mon: ['24:00-24:00'] } }), 'calendar.interval-invalid', 'week.mon.0', /24:00/],
    [shanghai({ week: { mon: ['09:00-09:60'] } }), 'calendar.interval-invalid', 'week.mon.0', /HH:MM/],
    [shanghai({ week: { mon: ['09:00-09:00'] } }), 'calendar.interval-empty', 'week.mon.0', /two days/],
    [shanghai({ week: { mon: ['22:00-06:00'] } }), 'calendar.interval-empty', 'week.mon.0', /24:00/],
    [
      shanghai({ week: { mon: ['09:00-12:00', '11:59-18:00'] } }),
      'calendar.interval-overlap',
      'week.mon.1',
      /disjoint/,
    ],
    [
      shanghai({ week: { mon: ['09:00-12:00', '09:00-12:00'] } }),
      'calendar.interval-overlap',
      'week.mon.1',
      /disjoint/,
    ],
    [shanghai({ week: { mon: ['13:00-18:00', '09:00-12:00'] } }), 'calendar.interval-unsorted', 'week.mon.1', /sort/],
    [shanghai({ dates: [] }), 'calendar.invalid', 'dates', /YYYY-MM-DD/],
    [shanghai({ dates: { '2026-02-30': [] } }), 'calendar.date-invalid', 'dates.2026-02-30', /exists/],
    [shanghai({ dates: { '2025-02-29': [] } }), 'calendar.date-invalid', 'dates.2025-02-29', /exists/],
    [shanghai({ dates: { '2026-2-3': [] } }), 'calendar.date-invalid', 'dates.2026-2-3', /YYYY-MM-DD/],
    [shanghai({ dates: { '2026-00-10': [] } }), 'calendar.date-invalid', 'dates.2026-00-10', /exists/],
    [shanghai({ dates: { '2026-10-01': null } }), 'calendar.invalid', 'dates.2026-10-01', /list/],
    [shanghai({ dates: { '2026-10-01': ['x'] } }), 'calendar.interval-invalid', 'dates.2026-10-01.0', /HH:MM/],
    [shanghai({ week: { mon: Array(49).fill('09:00-10:00') } }), 'calendar.too-large', 'week.mon', /48/],
  ])('%j → %s at "%s"', (definition, code, field, remedy) => {
    const refusal = refusalOf(definition);
    expect({ code: refusal.code, field: refusal.field }).toEqual({ code, field });
    expect(refusal.message).toMatch(remedy);
  });

  test('hostile text is quoted short', () => {
    const long = 'x'.repeat(1_000_000);
    for (const definition of [
      { timeZone: long, week },
      shanghai({ [long]: 1 }),
      shanghai({ week: { [long]: [] } }),
      shanghai({ dates: { [long]: [] } }),
      shanghai({ week: { mon: [long] } }),
    ]) {
      const refusal = refusalOf(definition);
      expect(refusal.message.length + refusal.field.length).toBeLessThan(500);
    }
  });

  test('a value nested deeper than the stack, or circular, is refused like any other', () => {
    const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    expect(refusalOf({ timeZone: 'UTC', week: deep }).code).toBe('calendar.invalid');
    const circular: Record<string, unknown> = { timeZone: 'UTC' };
    circular.week = circular;
    expect(refusalOf(circular).code).toBe('calendar.invalid');
  });
});

describe('a sound calendar definition', () => {
  test.each([
    [shanghai({})],
    [shanghai({ week: {} })],
    [shanghai({ week: { sun: ['00:00-12:00', '12:00-24:00'] }, dates: { '2028-02-29': [] } })],
    [builtinCalendars.cn],
    [builtinCalendars.always],
  ])('compiles and fits the schema', (definition) => {
    expect(compileCalendar(definition).timeZone).toBe(definition.timeZone);
    expect(calendarDefinitionSchema.parse(definition)).toEqual(definition);
  });

  test('is compiled once, however often it is given', () => {
    expect(compileCalendar(structuredClone(builtinCalendars.cn))).toBe(compileCalendar(builtinCalendars.cn));
    expect(compileCalendar(shanghai({}))).not.toBe(compileCalendar(builtinCalendars.cn));
  });

  test('that never opens is refused when an opening is looked for, not when it is written', () => {
    const closed = compileCalendar({ timeZone: 'Asia/Shanghai', week: {} });
    expect(() => nextOpen(closed, Date.UTC(2026, 0, 1))).toThrow(
      expect.objectContaining({ code: 'calendar.never-open', field: 'week' }),
    );
  });

  test('with one opening nine years ahead is searched that far', () => {
    const once = compileCalendar({ timeZone: 'UTC', week: {}, dates: { '2035-01-01': ['10:00-10:01'] } });
    expect(nextOpen(once, Date.UTC(2026, 0, 1))).toBe(Date.UTC(2035, 0, 1, 10));
  });
});

describe('the schema refuses the shapes that compiling refuses', () => {
  test.each([
    [{ timeZone: 'UTC' }],
    [shanghai({ holidays: [] })],
    [shanghai({ week: { monday: [] } })],
    [shanghai({ week: { mon: ['9-18'] } })],
    [shanghai({ dates: { '2026-02-30': [] } })],
  ])('%j', (definition) => {
    expect(calendarDefinitionSchema.safeParse(definition).success).toBe(false);
  });
});
