import type { Rate, Review } from './review.ts';

/** The few numbers that a review begins with. In percent to one decimal, rounded down; null where there is nothing to count. */
export type Headline = {
  accuracy: number | null;
  onTime: number | null;
  satisfied: number | null;
};

export function headlineOf({ handOffs, timeliness, satisfaction }: Review): Headline {
  const made = sum(handOffs.byAgent, (one) => one.made);
  const accurate = made - sum(handOffs.byAgent, (one) => one.inaccurate);
  const met = sum(timeliness.byClock, (one) => one.met);
  const rated = sum(satisfaction.byRating, (one) => one.count);
  const satisfied = sum(satisfaction.byRating, (one) => (one.isSatisfied ? one.count : 0));
  return {
    accuracy: percentOf(accurate, made),
    onTime: percentOf(met, met + sum(timeliness.byClock, (one) => one.late)),
    satisfied: percentOf(satisfied, rated),
  };
}

export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part / whole) * 1000) / 10;
}

/** The step that ran over most often, of equal ones the one that is in time least often; null while nothing ran over. */
export function bottleneckOf<T extends Rate>(steps: readonly T[]): T | null {
  const isWorse = (a: T, b: T) => a.late > b.late || (a.late === b.late && a.met < b.met);
  return steps.reduce<T | null>((worst, one) => (one.late > 0 && (!worst || isWorse(one, worst)) ? one : worst), null);
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
