/** Counting open time and moving along it. Instants are epoch ms, amounts ms of real elapsed time. */
import { type Block, type Calendar, firstAbove } from './compiled.ts';
import { calendarRefusal } from './refusals.ts';
import { daysPerBlock } from './zone.ts';

/** Blocks without any opening after which a search gives up: ten years. */
const maxClosedBlocks = Math.ceil(3653 / daysPerBlock);
/** Blocks after which a search gives up though there are openings: a hundred years. */
const maxBlocks = maxClosedBlocks * 10;

/** Open time in [from, to). */
export function openMsBetween(calendar: Calendar, from: number, to: number): number {
  if (to <= from) return 0;
  let index = calendar.blockIndexAt(from);
  let block = calendar.block(index);
  let sum = -openMsUntil(block, from);
  while (to > block.end) {
    sum += block.openMs;
    block = calendar.block(++index);
  }
  return sum + openMsUntil(block, to);
}

/** The earliest instant by which `amountMs` of open time have passed since `from`; `from` itself when it is 0. */
export function addOpenMs(calendar: Calendar, from: number, amountMs: number): number {
  if (amountMs === 0) return from;
  const search = new BlockSearch(calendar, calendar.blockIndexAt(from));
  let goal = openMsUntil(search.block, from) + amountMs;
  while (goal > search.block.openMs) {
    goal -= search.block.openMs;
    search.next();
  }
  const { openBefore, closes } = search.block;
  // goal is positive, so the first running total that reaches it ends a span
  let span = firstAbove(openBefore, goal) - 1;
  if (openBefore[span] === goal) span--;
  return (closes[span] as number) - ((openBefore[span + 1] as number) - goal);
}

/** `at` when open then, else the next opening. */
export function nextOpen(calendar: Calendar, at: number): number {
  const search = new BlockSearch(calendar, calendar.blockIndexAt(at));
  let span = firstAbove(search.block.closes, at);
  while (span === search.block.closes.length) {
    search.next();
    span = 0;
  }
  return Math.max(at, search.block.opens[span] as number);
}

export type Span = { from: number; to: number };

/** The open spans in [from, to), at most `limit` of them, in order. */
export function openSpans(calendar: Calendar, from: number, to: number, limit: number): Span[] {
  const spans: Span[] = [];
  if (to <= from) return spans;
  let index = calendar.blockIndexAt(from);
  for (let block = calendar.block(index); block.start < to; block = calendar.block(++index)) {
    for (let i = firstAbove(block.closes, from); i < block.opens.length; i++) {
      const open = block.opens[i] as number;
      if (open >= to) return spans;
      if (spans.length === limit) return spans;
      spans.push({ from: Math.max(open, from), to: Math.min(block.closes[i] as number, to) });
    }
  }
  return spans;
}

/** Walks forward over blocks and refuses when nothing is to be found any more. */
export class BlockSearch {
  block: Block;
  index: number;
  private readonly calendar: Calendar;
  private closedBlocks = 0;
  private blocks = 0;

  constructor(calendar: Calendar, index: number) {
    this.calendar = calendar;
    this.index = index;
    this.block = calendar.block(index);
  }

  next(): void {
    this.closedBlocks = this.block.openMs === 0 ? this.closedBlocks + 1 : 0;
    if (this.closedBlocks > maxClosedBlocks) {
      const message = 'The calendar has no opening for ten years; give at least one weekday opening hours';
      throw calendarRefusal('calendar.never-open', 'week', message);
    }
    if (++this.blocks > maxBlocks) {
      const message = 'This lies more than a hundred years ahead; shorten the target or widen the opening hours';
      throw calendarRefusal('calendar.beyond-horizon', 'week', message);
    }
    this.block = this.calendar.block(++this.index);
  }
}

/** Open time of the block before an instant of it. */
function openMsUntil(block: Block, at: number): number {
  const span = firstAbove(block.closes, at);
  const before = block.openBefore[span] as number;
  return span === block.opens.length ? before : before + Math.max(0, at - (block.opens[span] as number));
}
