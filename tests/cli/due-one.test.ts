import { describe, expect, test } from 'vitest';
import { due } from './due-io.ts';

const start = ['--start', '2026-09-30T16:00:00+08:00'];

describe('one due time, explained', () => {
  test('in Chinese, the due time first', async () => {
    const { code, out, err } = await due([...start, '--target', '3wd']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^到期 +2026-10-10T16:00:00\+08:00 周六\n/);
    expect(out).toContain('3 个工作日 · 按工作时间');
    expect(out).toContain('2026-10-01 休');
    expect(out).toContain('2026-10-10 班');
    expect(out).toContain('2026-09-30T16:00:00+08:00 → 2026-09-30T18:00:00+08:00 · 2 小时\n');
  });

  test('in English, with pauses', async () => {
    const pauses = ['--pause', '2026-10-08T10:00:00+08:00/2026-10-08T11:00:00.5+08:00'];
    const { out } = await due([...start, '--target', '4h', ...pauses, '--lang', 'en']);
    expect(out).toMatch(/^Due +2026-10-08T12:00:00.500\+08:00 Thu\n/);
    expect(out).toMatch(/Paused +2026-10-08T10:00:00\+08:00 → 2026-10-08T11:00:00.500\+08:00 · 1 h 0.5 s\n/);
    expect(out).toMatch(/Without pauses +2026-10-08T11:00:00\+08:00 Thu\n/);
  });

  test('while paused there is none', async () => {
    const { code, out } = await due([...start, '--target', '4h', '--pause', '2026-10-08T10:00:00+08:00/']);
    expect(code).toBe(0);
    expect(out).toMatch(/^到期 +暂停中/);
  });

  test('as JSON', async () => {
    const { out } = await due([...start, '--target', '24h', '--time=wall', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      due: '2026-10-01T16:00:00+08:00',
      target: '24h',
      time: 'wall',
      spans: [{ from: '2026-09-30T16:00:00+08:00', to: '2026-10-01T16:00:00+08:00', countedMs: 86_400_000 }],
    });
  });

  test('under a calendar from a file', async () => {
    const files = { 'night.json': '\uFEFF{"timeZone":"Europe/Berlin","week":{"wed":["22:00-24:00"]}}' };
    const { out } = await due([...start, '--target', '1h', '--calendar', 'night.json', '--json'], [], files);
    expect(JSON.parse(out).due).toBe('2026-09-30T23:00:00+02:00');
  });

  test('long lists are cut', async () => {
    const { out } = await due([...start, '--target', '60wd', '--lang', 'en']);
    expect(out).toContain('… and 40 more');
  });
});

describe('refused', () => {
  test.each([
    [['--start', '2026-02-30T16:00:00+08:00', '--target', '1h'], 'start: ', 'instant.date-invalid'],
    [[...start, '--target', '1d'], 'target: ', 'target.unit-unknown'],
    [[...start, '--target', '1h', '--time', 'office'], 'time: ', 'time.mode-unknown'],
    [[...start, '--target', '1h', '--calendar', 'us'], 'calendar: ', 'calendar.unknown'],
    [[...start, '--target', '1h', '--calendar', 'none.json'], 'calendar: ', 'file.unreadable'],
    [[...start, '--target', '1h', '--calendar', 'broken.json'], 'calendar: ', 'line.not-json'],
    [[...start, '--target', '1h', '--calendar', 'text.json'], 'calendar: ', 'calendar.invalid'],
    [[...start, '--target', '1h', '--calendar', 'week.json'], 'calendar.week.mon.0: ', 'calendar.interval-empty'],
    [[...start, '--target', '1h', '--pause', '2026-10-08T10:00:00/'], 'pauses.0.from: ', 'instant.offset-missing'],
  ])('%j: %s %s', async (args, field, refusalCode) => {
    const files = {
      'broken.json': '{',
      'text.json': '"cn"',
      'week.json': '{"timeZone":"UTC","week":{"mon":["09:00-08:00"]}}',
    };
    const { code, out, err } = await due([...args, '--lang', 'zh'], [], files);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.startsWith(field)).toBe(true);
    expect(err).toContain(`(${refusalCode})`);
    expect(err).not.toMatch(/\{\w+\}/);
  });

  test.each([
    [[], '--start is missing'],
    [start, '--target is missing'],
    [['--begin', 'now'], '--begin'],
    [['today'], 'today'],
    [[...start, '--target', '1h', '--pause', '2026-10-08T10:00:00+08:00'], 'FROM/TO'],
    [['--batch', '-', ...start], '--batch takes'],
    [[...start, '--target', '1h', '--lang', 'de'], '--lang is zh or en'],
  ])('wrong flags: %j', async (args, message) => {
    const { code, out, err } = await due(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain('用法');
  });

  test('help is no refusal', async () => {
    const { code, out } = await due(['--help', '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage:/);
  });
});
