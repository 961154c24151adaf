import type { Playbook } from './schema.ts';

/**
 * A playbook together with what earlier versions had and it has not: for reading what a ticket that was moved from one
 * version to another went through. Never to decide by.
 */
export function withEarlier(playbook: Playbook, earlier: readonly Playbook[]): Playbook {
  let known = playbook;
  for (const past of earlier.toReversed()) known = withPast(known, past);
  return known;
}

function withPast(known: Playbook, past: Playbook): Playbook {
  return {
    ...known,
    channels: union(known.channels, past.channels),
    categories: union(known.categories, past.categories),
    priorities: union(known.priorities, past.priorities),
    ratings: union(known.ratings, past.ratings),
    ratingDimensions: union(known.ratingDimensions, past.ratingDimensions),
    forms: union(known.forms, past.forms),
    stages: union(known.stages, past.stages),
    clocks: union(known.clocks, past.clocks),
  };
}

function union<T extends { id: string }>(items: readonly T[], others: readonly T[]): T[] {
  const known = new Set(items.map(({ id }) => id));
  return [...items, ...others.filter(({ id }) => !known.has(id))];
}
