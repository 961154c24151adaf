/**
 * The compiled form of a calendar: open spans as epoch ms in blocks of 64 local days, built when first needed,
 * with running totals so that counting and moving are binary searches. All numbers are ms.
 */
import type { CalendarRules } from './rules.ts';
import { closingAt, dayOf, daysPerBlock, instantAt, zoneBlock } from './zone.ts';

const maxBlocks = 256;

export type Block = {
  readonly start: number;
  readonly end: number;
  /** Open spans [opens, closes), ascending and disjoint; none is empty. */
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** Open time before the span; one more entry than spans, the last is the block's total. */
  readonly openBefore: Float64Array;
  /** First span of each of the 64 days, and the number of spans. */
  readonly firstSpan: Uint16Array;
  /** Days of the block (0…63) that have any open span. */
  readonly workingDays: readonly number[];
  readonly openMs: number;
};

/** Opaque: use the functions of open-time.ts and working-days.ts. */
export class Calendar {
  readonly timeZone: string;
  readonly rules: CalendarRules;
  private readonly blocks = new Map<number, Block>();

  constructor(rules: CalendarRules) {
    this.rules = rules;
    this.timeZone = rules.zone.id;
  }

  block(index: number): Block {
    const known = this.blocks.get(index);
    if (known) return known;
    if (this.blocks.size >= maxBlocks) this.blocks.clear();
    const block = buildBlock(this.rules, index);
    this.blocks.set(index, block);
    return block;
  }

  /** Number of the block in which an instant lies. */
  blockIndexAt(at: number): number {
    return dayOf(this.rules.zone, at) >> 6;
  }
}

/** Index of the first entry > value, in an ascending array of which the first `length` entries count. */
export function firstAbove(values: Float64Array, value: number, length = values.length): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function buildBlock(rules: CalendarRules, index: number): Block {
  const starts = zoneBlock(rules.zone, index);
  const opens: number[] = [];
  const closes: number[] = [];
  const openBefore: number[] = [0];
  const firstSpan = new Uint16Array(daysPerBlock + 1);
  const workingDays: number[] = [];
  for (let i = 0; i < daysPerBlock; i++) {
    firstSpan[i] = opens.length;
    addDay(rules, index * daysPerBlock + i, { opens, closes, openBefore });
    if (opens.length > (firstSpan[i] as number)) workingDays.push(i);
  }
  firstSpan[daysPerBlock] = opens.length;
  return {
    start: starts[0] as number,
    end: starts[daysPerBlock] as number,
    opens: Float64Array.from(opens),
    closes: Float64Array.from(closes),
    openBefore: Float64Array.from(openBefore),
    firstSpan,
    workingDays,
    openMs: openBefore.at(-1) as number,
  };
}

type Spans = { opens: number[]; closes: number[]; openBefore: number[] };

/**
 * A clock change may shorten, lengthen or swallow an interval: a skipped opening or closing moves forward by the
 * gap; a repeated opening is the earlier and a repeated closing the later, so that the interval covers both.
 */
function addDay(rules: CalendarRules, day: number, spans: Spans): void {
  const hours = rules.dates.get(day) ?? (rules.week[(((day + 3) % 7) + 7) % 7] as readonly number[]);
  for (let i = 0; i < hours.length; i += 2) {
    const open = instantAt(rules.zone, day, hours[i] as number);
    const close = closingAt(rules.zone, day, hours[i + 1] as number);
    const from = Math.max(open, spans.closes.at(-1) ?? open);
    if (close <= from) continue;
    spans.opens.push(from);
    spans.closes.push(close);
    spans.openBefore.push((spans.openBefore.at(-1) as number) + close - from);
  }
}
