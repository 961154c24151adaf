import { describe, expect, it, onTestFinished } from 'vitest';
import { i18n } from '../../src/web/i18n/i18n.ts';
import { translate } from '../../src/web/i18n/texts.ts';
import { countdown, fullTime, momentText, spanText } from '../../src/web/ui/spans.ts';
import { texts } from '../../src/web/ui/texts.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const t = (key: Parameters<typeof translate<keyof typeof texts.zh>>[1], values = {}) => translate(texts, key, values);

describe('a span of time', () => {
  it.each([
    [0, '不到1分钟'],
    [minute - 1, '不到1分钟'],
    [minute, '1分钟'],
    [35 * minute + 59_999, '35分钟'],
    [hour, '1小时'],
    [80 * minute, '1小时20分'],
    [day - 1, '23小时59分'],
    [day, '1天'],
    [2 * day + 3 * hour + 59 * minute, '2天3小时'],
    [-5 * minute, '不到1分钟'],
  ])('%i ms reads %s', (ms, words) => {
    expect(spanText(ms, t)).toBe(words);
  });

  it('reads in English too', async () => {
    onTestFinished(async () => {
      await i18n.changeLanguage('zh');
    });
    await i18n.changeLanguage('en');
    expect(spanText(80 * minute, t)).toBe('1h 20m');
    expect(spanText(7 * day + minute, t)).toBe('7d');
  });
});

describe('a countdown', () => {
  const due = Date.parse('2026-03-02T12:00:00+08:00');
  it.each([
    ['two hours before', -2 * hour, { tone: 'calm', ms: 2 * hour }],
    ['an hour before', -hour, { tone: 'soon', ms: hour }],
    ['exactly then it is kept', 0, { tone: 'soon', ms: 0 }],
    ['a moment later it is not', 1, { tone: 'over', ms: 1 }],
    ['35 minutes later', 35 * minute, { tone: 'over', ms: 35 * minute }],
  ])('%s', (_, offset, expected) => {
    expect(countdown(due, due + offset)).toEqual(expected);
  });

  it('stays over once breached, even where the due time was moved', () => {
    expect(countdown(due, due - hour, true)).toEqual({ tone: 'over', ms: 0 });
  });
});

describe('a moment', () => {
  const now = new Date(2026, 2, 2, 15, 0).getTime();
  it.each([
    [30_000, '刚刚'],
    [-30_000, '刚刚'],
    [5 * minute, '5分钟前'],
    [-59 * minute, '59分钟后'],
    [3 * hour, '3小时前'],
    [-8 * hour, '8小时后'],
    [20 * hour, '昨天 19:00'],
    [-20 * hour, '明天 11:00'],
  ])('%i ms ago reads %s', (ago, words) => {
    expect(momentText(now - ago, now, 'zh-CN', t)).toBe(words);
  });

  it('names the day when it is further off, and the year when it is another', () => {
    expect(momentText(now - 4 * day, now, 'zh-CN', t)).toBe('2月26日 15:00');
    expect(momentText(now - 400 * day, now, 'zh-CN', t)).toContain('2025年1月26日');
    expect(fullTime(now, 'zh-CN')).toBe('2026年3月2日 15:00');
  });
});
