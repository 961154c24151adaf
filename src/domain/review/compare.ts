import type { Review } from './review.ts';

/** What changed from one period to the next, and who is below the mark. */

export type Surge = {
  playbook: string;
  category: string | null;
  count: number;
  before: number;
  /** In percent, rounded; null where there was none before. */
  change: number | null;
  isSurge: boolean;
};

/** A problem type surges when there are half as many again, and enough of them to mean something. What is not yet classified is none. */
const surgePercent = 50;
const surgeFewest = 5;

/** Every problem type of either period, the greatest growth first. Nothing surges against a period of which nothing is known. */
export function surges(now: Review, before: Review): Surge[] {
  const key = ({ playbook, category }: { playbook: string; category: string | null }) => `${playbook} ${category}`;
  const earlier = new Map(before.demands.byCategory.map((one) => [key(one), one]));
  const later = new Map(now.demands.byCategory.map((one) => [key(one), one]));
  return [...new Set([...later.keys(), ...earlier.keys()])]
    .flatMap((one) => {
      const named = later.get(one) ?? earlier.get(one);
      return named
        ? [surgeOf(named, later.get(one)?.count ?? 0, earlier.get(one)?.count ?? 0, before.tickets > 0)]
        : [];
    })
    .toSorted((a, b) => b.count - b.before - (a.count - a.before));
}

type Named = Pick<Surge, 'playbook' | 'category'>;

function surgeOf({ playbook, category }: Named, count: number, before: number, isComparable: boolean): Surge {
  const change = before === 0 ? null : Math.round(((count - before) / before) * 100);
  const isProblem = isComparable && category !== null && count >= surgeFewest;
  const isSurge = isProblem && (change === null || change >= surgePercent);
  return { playbook, category, count, before, change, isSurge };
}

export type Topic = {
  playbook: string;
  category: string | null;
  topic: string;
  count: number;
  /** Of the tickets of its category, in percent to one decimal, rounded down. */
  share: number;
  before: number;
  isCluster: boolean;
};

/** One feature that makes this much of a category (30 % of the complaints), and often enough to mean something. In percent. */
export const clusterShare = 30;
const clusterFewest = 5;

/** What tickets of each category are about, the most frequent first. */
export function topicsOf(now: Review, before: Review): Topic[] {
  return now.demands.byTopic.map(({ playbook, category, topic, count }) => {
    const isSame = (one: { playbook: string; category: string | null }) =>
      one.playbook === playbook && one.category === category;
    const all = now.demands.byCategory.find(isSame)?.count ?? count;
    const earlier = before.demands.byTopic.find((one) => isSame(one) && one.topic === topic)?.count ?? 0;
    const share = percent(count, all);
    return {
      playbook,
      category,
      topic,
      count,
      share,
      before: earlier,
      isCluster: count >= clusterFewest && share >= clusterShare,
    };
  });
}

/** Hand-off accuracy 需求传递准确率 and on-time response rate 响应时效达标率 that cost points when below. In percent. */
export const accuracyMark = 90;
export const onTimeMark = 85;

export type Appraisal = {
  agents: { staff: number; made: number; accuracy: number; isBelow: boolean; praises: number }[];
  departments: { department: string; met: number; late: number; onTime: number; isBelow: boolean }[];
  owners: { staff: number; met: number; late: number; onTime: number; praises: number }[];
};

/** Praise by a customer counts for both sides: who registered the ticket and who owned it. */
export function appraise({ handOffs, timeliness, satisfaction }: Review): Appraisal {
  const { praised } = satisfaction;
  const praisesOf = (staff: number, side: 'owner' | 'registeredBy') =>
    praised.filter((one) => one[side] === staff).length;
  return {
    agents: handOffs.byAgent.map(({ staff, made, inaccurate }) => {
      const accuracy = percent(made - inaccurate, made);
      return { staff, made, accuracy, isBelow: accuracy < accuracyMark, praises: praisesOf(staff, 'registeredBy') };
    }),
    departments: timeliness.byDepartment.map(({ department, met, late }) => {
      const onTime = percent(met, met + late);
      return { department, met, late, onTime, isBelow: onTime < onTimeMark };
    }),
    owners: timeliness.byOwner.map(({ staff, met, late }) => ({
      staff,
      met,
      late,
      onTime: percent(met, met + late),
      praises: praisesOf(staff, 'owner'),
    })),
  };
}

/** To one decimal, so that 84.96 is not shown as the mark that it misses; of nothing, 100. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part / whole) * 1000) / 10;
}
