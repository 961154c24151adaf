import { isWideSign } from '../../../../domain/output/plain-text.ts';

/** Twips of one sign in small print; Latin letters as wide as a bold head in the widest of the usual faces. */
const signWidth = { wide: 190, narrow: 118 } as const;
/** Both margins of a cell, and a little air. */
const cellPadding = 250;
/** Longer texts may run over several lines, which need no more than three times as much. */
const longText = 17 * 100;
const longest = 3 * longText;
const shortest = 6 * 100;

/**
 * The widths of a table's columns, in twips, together `total`. Short columns get what they need on one line, long ones share the rest by how
 * much there is to say, and no column less than its longest word while there is room for that.
 */
export function columnWidths(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  total: number,
): number[] {
  const needs = columns.map((column, at) => needOf([column, ...rows.flatMap((row) => (row[at] ?? '').split('\n'))]));
  const onOneLine = needs.map(({ word, wish, isLong }) => (isLong ? word : wish));
  const words = needs.map(({ word }) => word);
  // Where the short columns leave the long ones too little, they too are broken between words.
  const least = [onOneLine, words].find((mins) => sum(mins) <= total * (mins === words ? 1 : 0.8)) ?? words;
  if (sum(least) > total) return spread(least, total);
  const more = needs.map(({ wish }, at) => wish - (least[at] ?? 0));
  const extra = spread(sum(more) > 0 ? more : least, total - sum(least));
  return least.map((width, at) => width + (extra[at] ?? 0));
}

type Need = { word: number; wish: number; isLong: boolean };

function needOf(lines: readonly string[]): Need {
  const width = widest(lines);
  const word = lines.reduce((most, line) => Math.max(most, widest(wordsOf(line))), shortest);
  const wish = Math.min(width, longest);
  return { word: Math.min(word, wish) + cellPadding, wish: wish + cellPadding, isLong: width > longText };
}

/** One by one: a long conversation has more words than a call takes arguments. */
const widest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, textWidth(text)), shortest);

/** What must not be parted: words, a day with its time, a figure with its unit. Chinese breaks anywhere, but a label of two signs. */
function wordsOf(line: string): string[] {
  return line.match(/\d[\d-]*\d \d{2}:\d{2}|[\d.]+ %|[^\s\u1100-\u{10ffff}]+|[\u1100-\u{10ffff}]{1,2}/gu) ?? [];
}

function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += isWideSign(sign) ? signWidth.wide : signWidth.narrow;
  return width;
}

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

function spread(weights: readonly number[], total: number): number[] {
  const all = sum(weights);
  return weights.map((weight) => Math.floor((weight / all) * total));
}
