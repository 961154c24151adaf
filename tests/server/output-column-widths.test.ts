import { describe, expect, it } from 'vitest';
import { columnWidths } from '../../src/server/features/outputs/docx/column-widths.ts';

describe('the columns of a printed table', () => {
  const total = 9_600;
  const [long, date] = [
    '这一列要说的话很多，一行写不下，要分成好几行来写，写到最后还是写不完'.repeat(2),
    '2026-10-30 15:53',
  ];

  it('keep numbers, dates and short words on one line, and give the rest to what is long', () => {
    const [number = 0, words = 0, when = 0, share = 0] = columnWidths(
      ['工单', 'Remark', 'When', 'Share'],
      [['HY202611280001', long, date, '38.6 %']],
      total,
    );
    // 9 point: a digit takes up to 115 twentieths of a point, and the cell has margins of 220.
    expect(number).toBeGreaterThan(14 * 110 + 220);
    expect(when).toBeGreaterThan(16 * 100 + 220);
    expect(share).toBeGreaterThan(6 * 105 + 220);
    expect(words).toBeGreaterThan(2_500);
    expect(number + words + when + share).toBeLessThanOrEqual(total);
  });

  it('are broken between words at most, as long as there is room for the longest of each', () => {
    const headings = ['Expected completion', 'From when until when', 'Important', 'Normal', 'Urgent', 'Low'];
    const given = 'the time that was given';
    const widths = columnWidths(headings, [['Department answers', long, given, given, given, given]], total);
    for (const [at, word] of ['completion', '', 'Important', 'Normal', 'Urgent', 'given'].entries())
      expect(widths[at], word).toBeGreaterThan(word.length * 110 + 220);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(total);
  });

  it('are found for the longest conversation as well', () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => [
      String(at),
      '退款五天没有到账，客服两次说法不同。'.repeat(12),
    ]);
    expect(columnWidths(['编号', '内容'], rows, 9_600).every((width) => width > 0)).toBe(true);
  });
});
