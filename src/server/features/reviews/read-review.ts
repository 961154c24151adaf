import type { z } from 'zod';
import type { ReviewView, reviewQuery } from '../../../contract/review.ts';
import { mayReview } from '../../../domain/access/review-rules.ts';
import { dayMs, dayStart, zoneOf } from '../../../domain/calendar/zone.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { accuracyMark, appraise, onTimeMark, surges, topicsOf } from '../../../domain/review/compare.ts';
import { type Review, ReviewTally } from '../../../domain/review/review.ts';
import type { Member } from '../session/index.ts';
import type { Engine } from '../tickets/index.ts';
import { type Batch, readBatch, readReviewEvents, type Span } from './store.ts';

type Query = z.output<typeof reviewQuery>;

/** Tickets read at a time, and the most that one review looks at. */
const batchSize = 500;
const mostTickets = 50_000;
const mostDays = 400;

/** The figures of the days asked for beside those of as many days before. */
export async function readReview(engine: Engine, actor: Member, query: Query): Promise<ReviewView> {
  const { from, to } = query;
  const playbook = query.playbook ?? null;
  if (!mayReview(actor)) throw new Refusal('auth.forbidden');
  if (playbook !== null) engine.playbooks.get(playbook);
  const span = spanOf(engine.timeZone, from, to);
  const before = { from: span.from - (span.to - span.from), to: span.from };
  const now = await tally(engine, { ...span, playbook });
  const earlier = await tally(engine, { ...before, playbook });
  return {
    from,
    to,
    playbook,
    figures: now.review,
    surges: surges(now.review, earlier.review),
    topics: topicsOf(now.review, earlier.review),
    appraisal: { marks: { accuracy: accuracyMark, onTime: onTimeMark }, ...appraise(now.review) },
    isPartial: now.isPartial || earlier.isPartial,
  };
}

/** @throws Refusal output.period-inverted, review.period-too-long */
function spanOf(timeZone: string, from: string, to: string): Omit<Span, 'playbook'> {
  if (from > to) throw new Refusal('output.period-inverted', 'from');
  const startOf = (day: string, plus: number) => dayStart(zoneOf(timeZone), Date.parse(day) / dayMs + plus);
  const start = startOf(from, 0);
  const end = startOf(to, 1);
  if (end - start > mostDays * dayMs) throw new Refusal('review.period-too-long', 'to', { days: mostDays });
  return { from: start, to: end };
}

async function tally({ pool, playbooks }: Engine, span: Span): Promise<{ review: Review; isPartial: boolean }> {
  const tally = new ReviewTally();
  let after: Batch['next'] = null;
  for (let seen = 0; seen < mostTickets; seen += batchSize) {
    const { facts, next }: Batch = await readBatch(pool, span, after, batchSize);
    const events = await readReviewEvents(
      pool,
      facts.map(({ id }) => id),
    );
    for (const one of facts) {
      const playbook = playbooks.get(one.playbook.id, one.playbook.version);
      tally.add({ playbook, facts: one, events: events.get(one.id) ?? [] });
    }
    if (next === null) return { review: tally.result(), isPartial: false };
    after = next;
  }
  return { review: tally.result(), isPartial: true };
}
