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
  'handoff.declined',
  'handoff.date-settled',
  'obstacle.reported',
  'progress.recorded',
  'solution.proposed',
  'work.verified',
  'customer.informed',
  'customer.replied',
  'customer.chased',
  'callback.made',
  'party.named',
  'contact.noted',
  'task.assigned',
  'task.accepted',
  'task.declined',
  'task.done',
  'task.cancelled',
  'letter.sent',
  'letter.answered',
  'letter.settled',
  'letter.withdrawn',
  'meeting.called',
  'meeting.minuted',
  'meeting.cancelled',
  'solution.circulated',
  'solution.answered',
  'solution.agreed',
] as const;
export type ClockEvent = (typeof clockEvents)[number];

/** An event of one kind, narrowed by the stage, the form or what the customer was told. */
const patternSchema = z.strictObject({
  on: z.enum(clockEvents),
  stage: identifier.optional(),
  form: identifier.optional(),
  answer: z
    .enum(['accepted', 'declined', 'counter', 'confirmed', 'objected'])
    .optional()
    .describe('What a party answered to a letter or a solution'),
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

/**
 * A promise whose due time was given to this one ticket: the deadline of its hand-off, what the customer was last told, what the department
 * last expected, or the time of the hand-off, task, letter or meeting that the clock is about.
 */
export const promisedTimes = ['deadline', 'eta', 'expected', 'due'] as const;
export type PromisedTime = (typeof promisedTimes)[number];

/** Elapsed time only: what is added to a time that was promised. */
const wallSpan = targetText.regex(/[smh]$/, 'a time such as 30m or 4h');

/** What a clock is kept for: the ticket as a whole, or each of its hand-offs, parties, tasks, letters or meetings by itself. */
export const clockScopes = ['ticket', 'hand-off', 'party', 'task', 'letter', 'meeting'] as const;
export type ClockScope = (typeof clockScopes)[number];

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
  starts: z.array(patternSchema).min(1).describe('Any of these starts a cycle'),
  stops: z.array(patternSchema).min(1).describe('Any of these keeps the promise'),
  cancels: z.array(patternSchema).default([]).describe('Any of these calls it off'),
  target: z
    .union([
      targetText,
      z.strictObject({
        from: z.enum(promisedTimes),
        plus: wallSpan.optional().describe('How long after that time it is due'),
      }),
      z.record(priorityId, targetText),
    ])
    .describe('One for all, one for each priority, or a time that the ticket itself was promised'),
  priorities: z.array(identifier).min(1).optional().describe('The clock exists for these only; all by default'),
  categories: z
    .array(identifier)
    .min(1)
    .optional()
    .describe('The clock exists for these only; all by default, classified or not'),
  scope: z
    .enum(clockScopes)
    .default('ticket')
    .describe(
      'One for the ticket, or one for each hand-off, party, task, letter or meeting, that only its own events move',
    ),
  appraises: z
    .enum(['department', 'service'])
    .optional()
    .describe('Whose on-time rate it counts for: of the department that has the work, or of the service side'),
  time: z.enum(['wall', 'working']).describe('Whether all time counts or only working time'),
  pauses: z
    .array(z.enum(['customer', 'department', 'third-party']))
    .default([])
    .describe('Waits that hold the clock'),
  repeats: z
    .strictObject({ until: z.array(patternSchema).min(1) })
    .optional()
    .describe('A new cycle begins at each stop, until one of these'),
  warn: z.array(targetText).default([]).describe('How long before the due time to warn'),
  breach: z.array(ladderStepSchema).default([]).describe('What happens once it has run over, in order of time'),
});
