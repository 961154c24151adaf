import { z } from 'zod';
import { statuses } from '../domain/playbook/schema.ts';
import { commandNames, ticketCommands } from '../domain/ticket/commands.ts';
import { dismissReasons, waitReasons } from '../domain/ticket/events.ts';
import { answers, code, id, idParam, idParams, instant, instantIn, names, page, pageQuery } from './common.ts';
import { coordinationView } from './coordination.ts';

/** A running promise as a row of a list shows it. */
export const promiseView = z.object({
  clock: code,
  name: names,
  due: instant.nullable(),
  isBreached: z.boolean(),
});

export const ticketRow = z.object({
  id,
  number: z.string(),
  version: z.int(),
  playbook: code,
  subject: z.string(),
  customerName: z.string(),
  channel: code,
  stage: code,
  status: z.enum(statuses),
  priority: code,
  isGreenLane: z.boolean(),
  category: code.nullable(),
  department: code.nullable(),
  owner: id.nullable(),
  cycle: z.int(),
  escalation: z.int(),
  isWaiting: z.boolean(),
  /** The incident that it is part of. */
  incident: id.nullable(),
  receivedAt: instant,
  /** The open promise that is due first; null when none is running. */
  nextPromise: promiseView.nullable(),
});
export type TicketRow = z.infer<typeof ticketRow>;

export const clockStatus = z.enum(['running', 'paused', 'met', 'late', 'ended', 'cancelled']);
export const clockView = z.object({
  clock: code,
  name: names,
  help: names.optional(),
  cycle: z.int(),
  /** What it is about, for clocks that are kept for each hand-off, party, task, letter or meeting; else null. */
  subject: z.string().nullable(),
  status: clockStatus,
  isBreached: z.boolean(),
  target: z.string().nullable(),
  time: z.enum(['wall', 'working']),
  start: instant,
  due: instant.nullable(),
  stop: instant.nullable(),
  breachedAt: instant.nullable(),
  extendedTo: instant.nullable(),
});
export type ClockView = z.infer<typeof clockView>;

/** Why a clock is due when it is due: what started it, which target and why, which time counted, what held it. */
export const clockExplanation = clockView.extend({
  startedBy: z.object({ seq: z.int(), type: z.string(), at: instant }),
  priority: code,
  timeZone: z.string(),
  effectiveStart: instant,
  /** Open spans that counted, at most 60 of them; `spansLeftOut` says how many more. */
  spans: z.array(z.object({ from: instant, to: instant, countedMs: z.number() })),
  spansLeftOut: z.int(),
  pauses: z.array(z.object({ from: instant, to: instant.nullable(), countedMs: z.number() })),
  history: z.array(
    z.object({
      at: instant,
      why: z.enum(['priority', 'extension', 'promise', 'calendar', 'playbook']),
      target: z.string().nullable(),
      due: instant.nullable(),
    }),
  ),
});
export type ClockExplanation = z.infer<typeof clockExplanation>;

export const actionNames = commandNames;

/** What this person may do next; `why` is a refusal code (texts in contract/errors.ts) where it is not allowed. */
export const actionView = z.object({
  do: z.enum(ticketCommands),
  isAllowed: z.boolean(),
  why: z.string().optional(),
});
export type ActionView = z.infer<typeof actionView>;

export const submittedForm = z.object({ form: code, cycle: z.int(), at: instant, by: id.nullable(), answers });

export const customerBrief = z.object({
  id,
  name: z.string(),
  /** Masked (138****1234) unless revealed with a reason. */
  contact: z.string(),
  number: z.string(),
  type: code,
  isErased: z.boolean(),
});
export type CustomerBrief = z.infer<typeof customerBrief>;

export const ticketDetail = ticketRow
  .extend({
    playbookVersion: z.int(),
    /** Versions that it was moved away from: what it went through before is named by them. */
    earlierVersions: z.array(z.int()).optional(),
    customer: customerBrief,
    registeredAt: instant,
    registeredBy: id.nullable(),
    /** Where it was imported: its name there, and whether it is history, for which no promise counts. */
    takenOver: z.object({ reference: z.string(), isHistory: z.boolean() }).optional(),
    isClassified: z.boolean(),
    isAccepted: z.boolean(),
    isVerified: z.boolean(),
    isResultTold: z.boolean(),
    collaborators: z.array(id),
    deadline: instant.nullable(),
    /** The later date for which the department accepted, until it is settled. */
    counterDate: instant.nullable(),
    eta: instant.nullable(),
    /** Every expected time that was named, the latest last. */
    promises: z.array(
      z.object({
        at: instant,
        by: id.nullable(),
        eta: instant,
        on: z.enum(['accepted', 'obstacle', 'solution', 'told', 'settled']),
      }),
    ),
    /** Stages that this ticket passes over as things stand. */
    passedOver: z.array(code),
    /** Null where the playbook has nothing for departments to do together. */
    coordination: coordinationView.nullable(),
    wait: z.object({ for: z.enum(waitReasons), since: instant, until: instant.nullable() }).nullable(),
    lastInformedAt: instant.nullable(),
    resolvedAt: instant.nullable(),
    closedAt: instant.nullable(),
    dismissed: z.enum(dismissReasons).nullable(),
    rating: code.nullable(),
    isSatisfied: z.boolean().nullable(),
    ratingDimensions: z.record(z.string(), z.string()),
    reason: z.string(),
    requirement: z.string(),
    rootCause: z.string(),
    solution: z.string(),
    /** Why it was started again the last time. */
    again: z.string(),
    forms: z.array(submittedForm),
    clocks: z.array(clockView),
    actions: z.array(actionView),
    /** The stage's form that waits to be filled, prefilled with what is known; absent when there is none. */
    currentForm: z.object({ form: code, answers }).optional(),
    /** Gates of the current stage that are not met yet, by refusal code. */
    openGates: z.array(z.string()),
  })
  .meta({ id: 'Ticket' });
export type TicketDetail = z.infer<typeof ticketDetail>;

export const timelineEntry = z.object({
  seq: z.int(),
  type: z.string(),
  at: instant,
  actor: z.object({
    kind: z.enum(['staff', 'program', 'customer', 'party', 'system']),
    id: id.nullable(),
    name: z.string(),
  }),
  data: z.record(z.string(), z.unknown()),
  /** Null where nothing was said, or the customer has been erased. */
  text: z.record(z.string(), z.unknown()).nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const registerTicketBody = z.strictObject({
  playbook: code,
  /** An existing customer; without it the customer is found by contact, or created, from the form's answers. */
  customerId: id.optional(),
  /** When the customer's words arrived, if earlier than now (phone, counter). */
  receivedAt: instantIn.optional(),
  answers,
});
export type RegisterTicketBody = z.infer<typeof registerTicketBody>;

const many = z
  .string()
  .max(400)
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .optional();

export const queueSorts = ['due', 'received', '-received', 'priority'] as const;

/** Filters take several values, comma-separated. `owner` also takes `me` and `none`; `department` also `mine`. */
export const queueQuery = pageQuery.extend({
  playbook: many,
  status: many,
  stage: many,
  priority: many,
  category: many,
  department: many,
  channel: many,
  owner: many,
  /** `me`: those whose customers I speak to, whoever owns them. */
  interface: z.literal('me').optional(),
  /** Ids of incidents; `any` for all that are part of one, `none` for the others. */
  incident: many,
  breached: z.enum(['true', 'false']).optional(),
  waiting: z.enum(['true', 'false']).optional(),
  /** By what the priority means in its own playbook, whatever it is called there. */
  greenLane: z.enum(['true', 'false']).optional(),
  sort: z.enum(queueSorts).default('due'),
});
export type QueueQuery = z.input<typeof queueQuery>;

export const queuePage = page(ticketRow);
export const queueCounts = z.object({
  mine: z.int(),
  unassigned: z.int(),
  breached: z.int(),
  greenLane: z.int(),
  waiting: z.int(),
  open: z.int(),
  byStage: z.array(z.object({ playbook: code, stage: code, count: z.int() })),
});
export type QueueCounts = z.infer<typeof queueCounts>;

export const searchQuery = z.object({
  q: z.string().trim().min(1).max(100),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
/** `isPartial`: more tickets match than were looked at. */
export const searchReply = z.object({
  items: z.array(ticketRow.extend({ snippet: z.string() })),
  isPartial: z.boolean(),
});

export const timelinePage = page(timelineEntry);
export const duplicatesReply = z.object({ items: z.array(ticketRow.extend({ likeness: z.number().min(0).max(1) })) });

const tag = 'tickets';

export const ticketEndpoints = {
  registerTicket: {
    method: 'POST',
    path: '/tickets',
    tag,
    summary: 'Register a demand',
    body: registerTicketBody,
    reply: ticketDetail,
    status: 201,
    repeats: 'own',
  },
  getTicket: {
    method: 'GET',
    path: '/tickets/{id}',
    tag,
    summary: 'One ticket with its clocks and what may be done next',
    params: idParams,
    reply: ticketDetail,
  },
  getTicketByNumber: {
    method: 'GET',
    path: '/tickets/by-number/{number}',
    tag,
    summary: 'One ticket by its number',
    params: z.object({ number: z.string().max(60) }),
    reply: ticketDetail,
  },
  getTimeline: {
    method: 'GET',
    path: '/tickets/{id}/timeline',
    tag,
    summary: 'What happened, oldest first',
    params: idParams,
    query: pageQuery,
    reply: timelinePage,
  },
  explainClock: {
    method: 'GET',
    path: '/tickets/{id}/clocks/{clock}/{cycle}',
    tag,
    summary: 'Why this promise is due then',
    params: z.object({ id: idParam, clock: code, cycle: idParam }),
    reply: clockExplanation,
  },
  act: {
    method: 'POST',
    path: '/tickets/{id}/{action}',
    tag,
    summary: 'Do something with a ticket',
    params: z.object({ id: idParam, action: z.enum(actionNames) }),
    body: z.looseObject({ version: z.int() }),
    reply: ticketDetail,
    repeats: 'guarded',
  },
} as const;
