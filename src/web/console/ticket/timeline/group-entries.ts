import type { TimelineEntry } from '../../../../contract/ticket.ts';
import type { Tone } from './told.ts';

export const timelineFilters = ['all', 'customer', 'note', 'work', 'alarm'] as const;
export type TimelineFilter = (typeof timelineFilters)[number];

const filterOf: Record<Tone, TimelineFilter> = {
  'to-customer': 'customer',
  'from-customer': 'customer',
  note: 'note',
  work: 'work',
  step: 'work',
  alarm: 'alarm',
};

export function passes(filter: TimelineFilter, tone: Tone): boolean {
  return filter === 'all' || filterOf[tone] === filter;
}

/** What one press of a button brought about: entries of one actor at one moment stand together. */
export type EntryGroup<T> = { key: number; actor: TimelineEntry['actor']; at: string; entries: T[] };

/** Expects entries oldest first; gives groups newest first, each group's entries oldest first. */
export function groupEntries<T extends Pick<TimelineEntry, 'seq' | 'actor' | 'at'>>(
  entries: readonly T[],
): EntryGroup<T>[] {
  const groups: EntryGroup<T>[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last && last.at === entry.at && isSameActor(last.actor, entry.actor)) last.entries.push(entry);
    else groups.push({ key: entry.seq, actor: entry.actor, at: entry.at, entries: [entry] });
  }
  return groups.reverse();
}

function isSameActor(a: TimelineEntry['actor'], b: TimelineEntry['actor']): boolean {
  return a.kind === b.kind && a.id === b.id;
}
