import { z } from 'zod';
import { parseTarget, targetPattern } from '../time/target.ts';
import { bilingual, identifier, roles } from './schema-parts.ts';

/** Every kind of event a clock may start or stop at; the ticket's own event types and the moment of receipt. */
export const clockEvents = [
  'ticket.received',
  'ticket.registered',
  'ticket.classified',
  'ticket.reopened',
  'ticket.resolved',
  'ticket.closed',
  'ticket.dismissed',
  'stage.entered',
  'stage.completed',
  'form.submitted',
  'handoff.made',
  'handoff.accepted',
  'handoff.bounced',
  'progress.recorded',
  'solution.proposed',
  'work.verified',
  'customer.informed',
  'customer.replied',
  'customer.chased',
  'callback.made',
] as const;
export type ClockEvent = (typeof clockEvents)[number];

/** An event of one kind, narrowed by the stage, the form or what the customer was told. */
const patternSchema = z.strictObject({
  on: z.enum(clockEvents),
  stage: identifier.optional(),
  form: identifier.optional(),
  kind: z.enum(['response', 'progress', 'delay', 'question', 'result', 'thanks', 'news']).optional(),
});
export type ClockPattern = z.infer<typeof patternSchema>;

const targetHint = 'a time such as 45s, 30m, 4h or 3wd';
const targetText = z
  .string()
  .regex(targetPattern, targetHint)
  .refine(
    (text) => {
      try {
        parseTarget(text);
        return true;
      } catch {
        return false;
      }
    },
    { error: targetHint, when: ({ issues }) => issues.length === 0 },
  );

/** A promise whose due time was given to this one ticket: the deadline of its hand-off, or what the customer was last told. */
export const promisedTimes = ['deadline', 'eta'] as const;
export type PromisedTime = (typeof promisedTimes)[number];

/** `from` as a key says where a due time is taken from, so no priority can be called that. */
const priorityId = identifier.regex(/^(?!from$)/, 'the id of a priority');

/** One step of the ladder that is climbed once the clock has run over: after how long, who is told, what happens. */
const ladderStepSchema = z.strictObject({
  after: z.union([z.literal('0m'), targetText]),
  tell: z.array(z.enum(roles)).min(1),
  escalate: z.boolean().default(false),
});

export const clockSchema = z.strictObject({
  id: identifier,
  name: bilingual,
  help: bilingual.optional(),
  starts: z.array(patternSchema).min(1),
  stops: z.array(patternSchema).min(1),
  cancels: z.array(patternSchema).default([]),
  /** One target for all, or one for each priority, or a time that the ticket itself was promised. */
  target: z.union([targetText, z.strictObject({ from: z.enum(promisedTimes) }), z.record(priorityId, targetText)]),
  /** The clock exists only for these priorities; the default is all. */
  priorities: z.array(identifier).min(1).optional(),
  /** The clock exists only for tickets of these categories; the default is all, classified or not. */
  categories: z.array(identifier).min(1).optional(),
  time: z.enum(['wall', 'working']),
  /** Waits that hold the clock. */
  pauses: z.array(z.enum(['customer', 'department', 'third-party'])).default([]),
  /** A new cycle begins at each stop, until one of these. */
  repeats: z.strictObject({ until: z.array(patternSchema).min(1) }).optional(),
  warn: z.array(targetText).default([]),
  breach: z.array(ladderStepSchema).default([]),
});
