import { expect, test } from 'vitest';
import type { CalendarDefinition } from '../../src/domain/calendar/calendar.ts';
import { applyStatutoryDays, parseStatutoryDays, type StatutoryDay } from '../../src/domain/calendar/statutory-days.ts';

const office: CalendarDefinition = {
  timeZone: 'Asia/Shanghai',
  week: { tue: ['08:30-12:00', '13:30-17:30'], fri: ['09:00-16:00'] },
  dates: { '2027-01-01': ['10:00-12:00'], '2027-12-31': ['09:00-15:00'] },
};
const days: StatutoryDay[] = [
  { date: '2027-01-01', kind: 'holiday', name: '元旦' },
  { date: '2027-01-02', kind: 'holiday', name: '元旦' },
  { date: '2027-01-10', kind: 'workday', name: '元旦' },
];

test('holidays close, make-up days take the first weekday hours, own dates stay', () => {
  const before = structuredClone(office);
  expect(applyStatutoryDays(office, days).dates).toEqual({
    '2027-01-01': ['10:00-12:00'],
    '2027-01-02': [],
    '2027-01-10': ['08:30-12:00', '13:30-17:30'],
    '2027-12-31': ['09:00-15:00'],
  });
  expect(office).toEqual(before);
});

test('own dates are replaced when asked for, and hours may be given', () => {
  const applied = applyStatutoryDays(office, days, { replacesDates: true, workdayHours: ['09:00-17:00'] });
  expect(applied.dates).toMatchObject({ '2027-01-01': [], '2027-01-10': ['09:00-17:00'] });
});

test('a later row of the same date wins', () => {
  const corrected: StatutoryDay[] = [...days, { date: '2027-01-02', kind: 'workday', name: '更正' }];
  expect(applyStatutoryDays(office, corrected).dates?.['2027-01-02']).toEqual(['08:30-12:00', '13:30-17:30']);
});

test('without any opening hours a make-up day is refused', () => {
  expect(() => applyStatutoryDays({ timeZone: 'UTC', week: {} }, days)).toThrow(
    expect.objectContaining({ code: 'statutory-days.invalid', field: 'week' }),
  );
});

test.each([
  ['JSON', JSON.stringify(days)],
  [
    'CSV with a header',
    'date,kind,name\r\n2027-01-01,holiday,元旦\r\n2027-01-02,holiday,元旦\r\n\r\n2027-01-10,workday,元旦\r\n',
  ],
  [
    'CSV with a BOM and quotes',
    '\uFEFF"date","kind","name"\n"2027-01-01","holiday","元旦"\n2027-01-02,holiday,元旦\n2027-01-10,workday,元旦',
  ],
])('%s is read', (_name, text) => {
  expect(parseStatutoryDays(text)).toEqual(days);
});

test.each([
  ['[{"date":"2027-02-30","kind":"holiday","name":""}]', 'calendar.date-invalid', 'days.0.date'],
  ['2027-01-01,holiday,元旦\n2027-01-02,off,元旦', 'statutory-days.invalid', 'days.1.kind'],
  ['[{"date":20270101,"kind":"holiday"}]', 'statutory-days.invalid', 'days.0'],
  ['[null]', 'statutory-days.invalid', 'days.0'],
  ['[{', 'statutory-days.invalid', 'days'],
  ['hello', 'statutory-days.invalid', 'days.0.kind'],
])('%s is refused', (text, code, field) => {
  expect(() => parseStatutoryDays(text)).toThrow(expect.objectContaining({ code, field }));
});
