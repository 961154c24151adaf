import { describe, expect, it } from 'vitest';
import { type DateOrder, readInstant } from '../../src/server/channels/import/read-instant.ts';

const read = (text: string, order: DateOrder = 'ymd', timeZone = 'Asia/Shanghai') => {
  const result = readInstant(text, { timeZone, order });
  return 'at' in result ? new Date(result.at).toISOString().replace('.000Z', 'Z') : result.problem;
};

describe('times as lists of demands write them', () => {
  it.each([
    ['2020/1/4 11:17:46', '2020-01-04T03:17:46Z'],
    ['2020-01-04 11:17', '2020-01-04T03:17:00Z'],
    ['2020-01-04T11:17:46', '2020-01-04T03:17:46Z'],
    ['2020-01-04T11:17:46.25Z', '2020-01-04T11:17:46.250Z'],
    ['2020-01-04T11:17:46+0100', '2020-01-04T10:17:46Z'],
    ['2020.1.4', '2020-01-03T16:00:00Z'],
    ['  2020/01/04  9:5 ', '2020-01-04T01:05:00Z'],
    ['２０２０／１／４ １１：１７', '2020-01-04T03:17:00Z'],
    ['2020年1月4日 11时17分46秒', '2020-01-04T03:17:46Z'],
    ['2020年1月4日11点', '2020-01-04T03:00:00Z'],
    ['2020年1月4日 下午3:05', '2020-01-04T07:05:00Z'],
    ['2020年1月4日 上午12:30', '2020-01-03T16:30:00Z'],
    ['2020/1/4 星期六 11:17:46', '2020-01-04T03:17:46Z'],
    ['2020-01-04 11:17:46.123', '2020-01-04T03:17:46Z'],
    ['20200104', '2020-01-03T16:00:00Z'],
    ['20200104 1117', '2020-01-04T03:17:00Z'],
    ['20200104111746', '2020-01-04T03:17:46Z'],
    ['1/31/2020 2:05 PM', '2020-01-31T06:05:00Z'],
    ['31.01.2020 14:05', '2020-01-31T06:05:00Z'],
    ['Jan 4, 2020 11:17 AM', '2020-01-04T03:17:00Z'],
    ['4 January 2020', '2020-01-03T16:00:00Z'],
    ['Sat, 4 Jan 2020 11:17', '2020-01-04T03:17:00Z'],
    ['43834', '2020-01-03T16:00:00Z'],
    ['43834.4706713', '2020-01-04T03:17:46Z'],
    ['1578107866', '2020-01-04T03:17:46Z'],
    ['1578107866000', '2020-01-04T03:17:46Z'],
  ])('%s', (text, at) => {
    expect(read(text)).toBe(at);
  });

  it.each([
    ['2020/2/30 11:17', /does not exist/],
    ['2020/13/1', /does not exist/],
    ['2020/1/4 25:00', /no time of day/],
    ['2020/1/4 11:60', /no time of day/],
    ['2020/1/4 morning', /no time of day/],
    ['1/4/2020', /two dates.*--date-order/],
    ['yesterday', /no date; write it like/],
    ['12', /no date/],
    ['Foo 4, 2020', /no date/],
    ['1969-12-31 10:00', /between 1970/],
    ['2020-01-04T25:17:46Z', /does not exist/],
    ['', /no date/],
  ])('refuses %s', (text, problem) => {
    expect(read(text)).toMatch(problem);
  });

  it('takes the order of day and month that it is told', () => {
    expect(read('1/4/2020', 'mdy')).toBe('2020-01-03T16:00:00Z');
    expect(read('1/4/2020', 'dmy')).toBe('2020-03-31T16:00:00Z');
    expect(read('31/1/2020', 'mdy')).toMatch(/does not exist/);
  });

  it('counts in the zone it is told, over changes of its clocks', () => {
    expect(read('2020-07-01 12:00', 'ymd', 'Europe/Berlin')).toBe('2020-07-01T10:00:00Z');
    expect(read('2020-03-29 02:30', 'ymd', 'Europe/Berlin')).toBe('2020-03-29T01:30:00Z');
    expect(read('43922.5', 'ymd', 'Europe/Berlin')).toBe('2020-04-01T10:00:00Z');
  });
});
