/**
 * How many due times one core computes: calendar `cn` over a year with its holidays, random starts, targets of every
 * unit, both ways of counting, and up to three pauses. Run: `node tests/bench/due.ts`.
 */
import { builtinCalendars } from '../../src/domain/calendar/builtin.ts';
import { compileCalendar } from '../../src/domain/calendar/calendar.ts';
import { computeDue, type DueInput, type Pause } from '../../src/domain/time/due.ts';
import { parseTarget } from '../../src/domain/time/target.ts';

const casesCount = 20_000;
const roundsCount = 21;
const targets = ['45s', '30m', '2h', '4h', '24h', '72h', '1wd', '3wd'].map(parseTarget);
const yearStart = Date.UTC(2026, 0, 1);
const yearMs = 365 * 86_400_000;

/** Due times per second on one core; the rounds are the same work, so their spread is the machine's. */
export type DueBench = { perSecond: number; medianNs: number; slowestNs: number; fastestNs: number; rounds: number };

export function benchDue(): DueBench {
  const cases = buildCases();
  runRound(cases);
  const nsPerDue = Array.from({ length: roundsCount }, () => runRound(cases)).sort((a, b) => a - b);
  const medianNs = nsPerDue[roundsCount >> 1] as number;
  return {
    perSecond: Math.round(1e9 / medianNs),
    medianNs: Math.round(medianNs),
    slowestNs: Math.round(nsPerDue.at(-1) as number),
    fastestNs: Math.round(nsPerDue[0] as number),
    rounds: roundsCount,
  };
}

function runRound(cases: readonly DueInput[]): number {
  let checksum = 0;
  const began = performance.now();
  for (const input of cases) checksum += computeDue(input) ?? 0;
  const elapsedMs = performance.now() - began;
  if (!(checksum > 0)) throw new Error('The benchmark computed nothing');
  return (elapsedMs * 1e6) / cases.length;
}

function buildCases(): DueInput[] {
  const calendar = compileCalendar(builtinCalendars.cn);
  const random = seededRandom(20_260_930);
  return Array.from({ length: casesCount }, () => {
    const start = yearStart + Math.floor(random() * yearMs);
    const target = targets[Math.floor(random() * targets.length)] ?? parseTarget('4h');
    const time = random() < 0.75 ? 'working' : 'wall';
    return { calendar, start, target, time, pauses: buildPauses(random, start) };
  });
}

/** Half of all clocks never pause; the rest pause up to three times within four days of their start. */
function buildPauses(random: () => number, start: number): Pause[] {
  const count = random() < 0.5 ? 0 : 1 + Math.floor(random() * 3);
  return Array.from({ length: count }, () => {
    const from = start + Math.floor(random() * 4 * 86_400_000);
    return { from, to: from + Math.floor(random() * 36 * 3_600_000) };
  });
}

/** Mulberry32: small, seeded, good enough to spread cases. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

if (import.meta.main) console.log(JSON.stringify(benchDue(), null, 2));
