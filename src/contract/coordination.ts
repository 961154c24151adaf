import { z } from 'zod';
import { coordinationCommands } from '../domain/coordination/commands.ts';
import { letterWays, partyRoles, taskCauses } from '../domain/coordination/state.ts';
import { coordinationUses } from '../domain/playbook/schema.ts';
import { partyKinds } from '../domain/playbook/schema-parts.ts';
import { code, freeText, id, instant, instantIn } from './common.ts';

/** What departments have under way together on a ticket: parties, tasks, letters, meetings and rounds of a solution. */

const due = instantIn.nullable().default(null);
const number = z.int().positive();
const line = freeText(2_000).min(1);
const lines = z.array(line).max(50).default([]);
const person = id.nullable().default(null);
const partyId = z.string().max(80);

/** The bodies of the actions, less the version that every one has. */
export const coordinationBodies = {
  'name-party': {
    kind: z.enum(partyKinds),
    department: code.nullable().default(null),
    role: z.enum(partyRoles).default('involved'),
    name: freeText(200).default(''),
    contact: freeText(200).default(''),
    why: freeText(2_000).default(''),
  },
  'drop-party': { party: partyId, reason: freeText(2_000).default('') },
  'note-contact': { party: partyId, via: code, outcome: freeText(4_000).min(1), expected: due },
  'assign-task': { department: code, owner: person, due, what: freeText(4_000).min(1) },
  'accept-task': { task: number, eta: due, plan: freeText(4_000).default('') },
  'decline-task': { task: number, reason: line },
  'finish-task': { task: number, result: freeText(4_000).min(1) },
  'cancel-task': { task: number, reason: line },
  'send-letter': {
    party: partyId,
    wantedBy: due,
    via: z.array(z.enum(letterWays)).max(4).default([]),
    contact: person,
    background: freeText(4_000).default(''),
    demand: freeText(4_000).min(1),
  },
  'answer-letter': {
    letter: number,
    answer: z.enum(['accepted', 'declined', 'counter']),
    date: due,
    via: code.default('console'),
    note: freeText(4_000).default(''),
  },
  'settle-letter': { letter: number, isAgreed: z.boolean(), note: freeText(2_000).default('') },
  'withdraw-letter': { letter: number, reason: line },
  'call-meeting': {
    at: instantIn,
    until: instantIn,
    staff: z.array(id).max(50).default([]),
    parties: z.array(partyId).max(20).default([]),
    minutesTaker: person,
    topic: freeText(400).min(1),
    place: freeText(400).default(''),
    agenda: lines,
    bring: freeText(2_000).default(''),
  },
  'record-minutes': {
    meeting: number,
    attended: z.array(id).max(50).default([]),
    background: freeText(4_000).default(''),
    statements: lines,
    decisions: lines,
    actions: z
      .array(z.strictObject({ what: line, department: code.nullable().default(null), owner: person, due }))
      .max(30)
      .default([]),
  },
  'cancel-meeting': { meeting: number, reason: line },
  'circulate-solution': {
    summary: freeText(4_000).min(1),
    items: z
      .array(z.strictObject({ what: line, how: freeText(2_000).default(''), who: partyId, when: due }))
      .max(30)
      .default([]),
  },
  'answer-solution': {
    round: number,
    party: partyId,
    answer: z.enum(['confirmed', 'objected']),
    via: code.default('console'),
    note: freeText(4_000).default(''),
  },
  'overrule-solution': { round: number, reason: line },
} as const satisfies Record<(typeof coordinationCommands)[number], z.core.$ZodLooseShape>;

const may = z.array(z.enum(coordinationCommands));
const whenOrNull = instant.nullable();

export const partyView = z.object({
  id: z.string(),
  kind: z.enum(partyKinds),
  role: z.enum(partyRoles),
  department: code.nullable(),
  name: z.string(),
  contact: z.string(),
  why: z.string(),
  /** What the last one-to-one contact came to. */
  outcome: z.string(),
  may,
});
export type PartyView = z.infer<typeof partyView>;

export const taskView = z.object({
  id: number,
  /** As people call it: the ticket's number and T1, T2 … */
  number: z.string(),
  department: code,
  owner: id.nullable(),
  due: whenOrNull,
  eta: whenOrNull,
  cause: z.enum(taskCauses),
  of: number.nullable(),
  status: z.enum(['open', 'accepted', 'declined', 'done', 'cancelled']),
  at: instant,
  endedAt: whenOrNull,
  what: z.string(),
  plan: z.string(),
  result: z.string(),
  reason: z.string(),
  may,
});
export type TaskView = z.infer<typeof taskView>;

export const letterView = z.object({
  id: number,
  number: z.string(),
  party: z.string(),
  wantedBy: whenOrNull,
  via: z.array(z.enum(letterWays)),
  contact: id.nullable(),
  date: whenOrNull,
  status: z.enum(['sent', 'accepted', 'declined', 'counter', 'withdrawn']),
  at: instant,
  answeredAt: whenOrNull,
  background: z.string(),
  demand: z.string(),
  note: z.string(),
  reason: z.string(),
  may,
});
export type LetterView = z.infer<typeof letterView>;

export const meetingView = z.object({
  id: number,
  number: z.string(),
  at: instant,
  until: instant,
  staff: z.array(id),
  parties: z.array(z.string()),
  minutesTaker: id,
  calledBy: id.nullable(),
  status: z.enum(['called', 'held', 'cancelled']),
  endedAt: whenOrNull,
  topic: z.string(),
  place: z.string(),
  agenda: z.array(z.string()),
  bring: z.string(),
  background: z.string(),
  statements: z.array(z.string()),
  decisions: z.array(z.string()),
  reason: z.string(),
  may,
});
export type MeetingView = z.infer<typeof meetingView>;

export const solutionRoundView = z.object({
  id: number,
  status: z.enum(['open', 'objected', 'agreed', 'overruled', 'replaced']),
  at: instant,
  endedAt: whenOrNull,
  summary: z.string(),
  reason: z.string(),
  items: z.array(z.object({ what: z.string(), how: z.string(), who: z.string(), when: whenOrNull })),
  answers: z.array(
    z.object({
      party: z.string(),
      answer: z.enum(['pending', 'confirmed', 'objected']),
      note: z.string(),
      /** Whether whoever asks may answer for this party. */
      mayAnswer: z.boolean(),
    }),
  ),
  may,
});
export type SolutionRoundView = z.infer<typeof solutionRoundView>;

export const coordinationView = z.object({
  uses: z.array(z.enum(coordinationUses)),
  /** What may be begun anew; what may be done with one of the items stands with it. */
  may,
  /** What this person could begin, were it not for the state of the ticket: `why` is a refusal code. */
  mayNot: z.array(z.object({ do: z.enum(coordinationCommands), why: z.string() })),
  parties: z.array(partyView),
  tasks: z.array(taskView),
  letters: z.array(letterView),
  meetings: z.array(meetingView),
  /** The latest last. */
  rounds: z.array(solutionRoundView),
});
export type CoordinationView = z.infer<typeof coordinationView>;
