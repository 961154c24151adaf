import { z } from 'zod';
import { outputLanguages } from '../domain/output/language.ts';
import { statuses } from '../domain/playbook/schema.ts';
import { noteTypes, trackingPhases } from '../domain/tracking/phase.ts';
import { code, id, instant, page, pageQuery } from './common.ts';
import { promiseView } from './ticket.ts';

/** The tracking table 跟踪表: what was handed to departments, how far it is, what was promised and what was said last. */

const promised = z.object({
  at: instant,
  by: id.nullable(),
  eta: instant,
  on: z.enum(['accepted', 'obstacle', 'solution', 'told', 'settled']),
});

const latestNote = z.object({
  type: z.enum(noteTypes),
  at: instant,
  actor: z.object({
    kind: z.enum(['staff', 'program', 'customer', 'party', 'system']),
    id: id.nullable(),
    name: z.string(),
  }),
  /** Empty once the customer has been erased. */
  text: z.string(),
});

export const trackingUpdates = ['record-progress', 'report-obstacle'] as const;

export const trackingRow = z.object({
  id,
  number: z.string(),
  version: z.int(),
  playbook: code,
  subject: z.string(),
  priority: code,
  isGreenLane: z.boolean(),
  /** Who answers for it at customer service: whoever registered it. */
  interface: id.nullable(),
  department: code.nullable(),
  owner: id.nullable(),
  stage: code,
  status: z.enum(statuses),
  phase: z.enum(trackingPhases),
  isAccepted: z.boolean(),
  isWaiting: z.boolean(),
  eta: instant.nullable(),
  deadline: instant.nullable(),
  /** The later date for which the department accepted, until it is settled. */
  counterDate: instant.nullable(),
  /** Every expected time that was named, the latest last. */
  promises: z.array(promised),
  /** The open promise that is due first; null when none is running. */
  nextPromise: promiseView.nullable(),
  openTasks: z.int(),
  latestNote: latestNote.nullable(),
  closedAt: instant.nullable(),
  /** By which of these the reader may bring the row up to date. */
  updates: z.array(z.enum(trackingUpdates)),
});
export type TrackingRow = z.infer<typeof trackingRow>;

const many = z
  .string()
  .max(400)
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .optional();

/** Several values are comma-separated. Closed ones are left out unless `status` names them, and are kept in view for seven days. */
const filter = { playbook: many, department: many, status: many };
export const trackingQuery = pageQuery.extend(filter);
export const trackingFileQuery = z.object({ ...filter, lang: z.enum(outputLanguages).default('zh') });
export type TrackingQuery = z.input<typeof trackingQuery>;

/** `late`: of these, how many are past the time they were expected. */
const count = { count: z.int(), late: z.int() };
export const trackingCounts = z.object({
  ...count,
  departments: z.array(z.object({ department: code.nullable(), ...count })),
});
export type TrackingCounts = z.infer<typeof trackingCounts>;

/** The part of the table of endpoints that is about the tracking table; its .xlsx file is a plain route beside it. */
export const trackingEndpoints = {
  listTracking: {
    method: 'GET',
    path: '/tracking',
    tag: 'tracking',
    summary: 'The tracking table: what was handed to departments, the next expected completion first',
    query: trackingQuery,
    reply: page(trackingRow),
  },
  countTracking: {
    method: 'GET',
    path: '/tracking/counts',
    tag: 'tracking',
    summary: 'How many open tickets the tracking table has, for each department',
    query: z.object({ playbook: many }),
    reply: trackingCounts,
  },
} as const;
