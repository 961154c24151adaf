import type { TimelineEntry } from '../../../../contract/ticket.ts';
import type { EntryView, Tone } from './told.ts';

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

type WithFiles = Pick<TimelineEntry, 'seq' | 'type' | 'actor' | 'at'> & { view: Pick<EntryView, 'tone' | 'files'> };

/** Files stand with the words that they came with; files that came alone stand together, the customer's among what customers say. */
export function foldFiles<T extends WithFiles>(entries: readonly T[]): T[] {
  const folded: T[] = [];
  for (const entry of entries) {
    const place = entry.type === 'attachment.added' ? folded.findLastIndex((one) => takesFilesOf(one, entry)) : -1;
    const taking = folded[place];
    if (taking)
      folded[place] = { ...taking, view: { ...taking.view, files: [...taking.view.files, ...entry.view.files] } };
    else if (entry.type === 'attachment.added' && entry.actor.kind === 'customer')
      folded.push({ ...entry, view: { ...entry.view, tone: 'from-customer' } });
    else folded.push(entry);
  }
  return folded;
}

const bringing: readonly string[] = [
  'attachment.added',
  'form.submitted',
  'progress.recorded',
  'handoff.made',
  'handoff.bounced',
];

function takesFilesOf(entry: WithFiles, files: WithFiles): boolean {
  if (entry.at !== files.at || !isSameActor(entry.actor, files.actor)) return false;
  return ['to-customer', 'from-customer', 'note'].includes(entry.view.tone) || bringing.includes(entry.type);
}
