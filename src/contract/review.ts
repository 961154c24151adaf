import { z } from 'zod';
import { outputLanguages } from '../domain/output/language.ts';
import { code, dayIn, id } from './common.ts';

/** The figures of a review: clear numbers over the tickets received in a period, and what changed since the period before. */

const count = z.int().nonnegative();
const counts = z.record(z.string(), count);
const rate = { met: count, late: count };
const named = { ticket: id, number: z.string() };

export const reviewFigures = z.object({
  tickets: count,
  handOffs: z.object({
    made: count,
    accepted: count,
    declined: count,
    bounced: count,
    byReason: counts,
    byField: z.array(z.object({ playbook: code, field: code, count })),
    byAgent: z.array(z.object({ staff: id, made: count, inaccurate: count })),
  }),
  timeliness: z.object({
    byClock: z.array(z.object({ playbook: code, clock: code, ...rate, medianMs: z.number().nullable() })),
    byDepartment: z.array(z.object({ department: code, ...rate })),
    byOwner: z.array(z.object({ staff: id, ...rate })),
  }),
  demands: z.object({
    byCategory: z.array(z.object({ playbook: code, category: code.nullable(), count })),
    byTopic: z.array(z.object({ playbook: code, category: code.nullable(), topic: code, count })),
    byChannel: counts,
  }),
  satisfaction: z.object({
    byRating: z.array(z.object({ playbook: code, rating: code, count, isSatisfied: z.boolean() })),
    byDimension: z.array(z.object({ playbook: code, dimension: code, rating: code, count })),
    reopened: count,
    praised: z.array(z.object({ owner: id.nullable(), registeredBy: id.nullable(), ...named })),
  }),
  cases: z.object({
    fastest: z.array(z.object({ ...named, ms: z.number() })),
    escalatedAfterMissingField: z.array(z.object({ ...named, fields: z.array(code) })),
    forTraining: z.array(z.object(named)),
  }),
});

const surge = z.object({
  playbook: code,
  category: code.nullable(),
  count,
  before: count,
  /** In percent; null where there was none before. */
  change: z.number().nullable(),
  isSurge: z.boolean(),
});

const topicCluster = z.object({
  playbook: code,
  category: code.nullable(),
  topic: code,
  count,
  /** Of the tickets of its category, in percent to one decimal, rounded down. */
  share: z.number(),
  before: count,
  isCluster: z.boolean(),
});

const percent = z.number().min(0).max(100);
const appraisal = z.object({
  /** Below these an agent's accuracy and a department's on-time rate cost points. */
  marks: z.object({ accuracy: percent, onTime: percent }),
  agents: z.array(z.object({ staff: id, made: count, accuracy: percent, isBelow: z.boolean(), praises: count })),
  departments: z.array(z.object({ department: code, ...rate, onTime: percent, isBelow: z.boolean() })),
  owners: z.array(z.object({ staff: id, ...rate, onTime: percent, praises: count })),
});

export const reviewView = z.object({
  from: dayIn,
  to: dayIn,
  playbook: code.nullable(),
  figures: reviewFigures,
  surges: z.array(surge),
  /** Features and steps that tickets of a category are about, the most frequent first. */
  topics: z.array(topicCluster),
  appraisal,
  /** More tickets were received than are looked at: the figures are of the first of them. */
  isPartial: z.boolean(),
});
export type ReviewView = z.infer<typeof reviewView>;

/** Days of the organisation's calendar on which tickets were received, both included. */
export const reviewQuery = z.object({ from: dayIn, to: dayIn, playbook: code.optional() });

/** The same as a .docx or .xlsx file; plain routes beside the table of endpoints. */
export const reviewReportQuery = reviewQuery.extend({ lang: z.enum(outputLanguages).default('zh') });

/** The training material of one playbook, as a .docx file. */
export const trainingQuery = reviewReportQuery.extend({ playbook: code });

export const reviewEndpoints = {
  getReview: {
    method: 'GET',
    path: '/reviews',
    tag: 'reviews',
    summary:
      'The figures of a period: hand-offs, timeliness, demands, satisfaction, appraisal, and what changed since the period before',
    query: reviewQuery,
    reply: reviewView,
  },
} as const;
