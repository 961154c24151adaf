import { z } from 'zod';
import type { commandNames, ticketCommands } from '../domain/ticket/commands.ts';
import { bounceReasons, dismissReasons, informKinds, waitReasons } from '../domain/ticket/events.ts';
import { uploadIds } from './attachment.ts';
import { answers, code, freeText, id, instantIn } from './common.ts';
import { coordinationBodies } from './coordination.ts';

/** The bodies of what can be done with a ticket: `POST /tickets/:id/:action`. */

/**
 * `version` is what the writer saw; a write on anything newer is refused with 409 and what changed. Any action may bring uploads along, but for
 * those that join a ticket to an incident or take it out: they refuse them.
 */
const at = { version: z.int().nonnegative(), attachments: uploadIds };
const due = instantIn.nullable().default(null);

/** Asked for by the decision, but for a ticket whose customer has been erased: then nothing that is said is kept. */
const why = freeText(2_000).default('');

const ticketBodies = {
  'submit-form': z.strictObject({ ...at, form: code, answers }),
  classify: z.strictObject({
    ...at,
    category: code.optional(),
    priority: code.optional(),
    reason: why,
  }),
  'hand-off': z.strictObject({
    ...at,
    department: code,
    owner: id.nullable().default(null),
    collaborators: z.array(id).max(20).default([]),
    deadline: due,
    requirement: freeText(4_000).default(''),
  }),
  accept: z.strictObject({ ...at, plan: freeText(4_000).default(''), eta: due }),
  bounce: z.strictObject({
    ...at,
    reason: z.enum(bounceReasons),
    fields: z.array(code).max(60).default([]),
    note: why,
  }),
  decline: z.strictObject({ ...at, reason: why }),
  'settle-date': z.strictObject({ ...at, isAgreed: z.boolean(), note: freeText(2_000).default('') }),
  'report-obstacle': z.strictObject({ ...at, obstacle: freeText(2_000).min(1), eta: due }),
  'record-progress': z.strictObject({
    ...at,
    done: freeText(4_000).min(1),
    customerWords: freeText(4_000).default(''),
    nextStep: freeText(2_000).default(''),
    from: due,
    to: due,
  }),
  'inform-customer': z.strictObject({
    ...at,
    kind: z.enum(informKinds),
    via: code,
    message: freeText(8_000).min(1),
    eta: due,
  }),
  'record-reply': z.strictObject({ ...at, via: code, message: freeText(8_000).min(1) }),
  chase: z.strictObject({ ...at, message: freeText(2_000).default('') }),
  'add-note': z.strictObject({ ...at, note: freeText(8_000).min(1) }),
  attach: z.strictObject({ ...at, isShown: z.boolean().default(false) }),
  'start-wait': z.strictObject({ ...at, for: z.enum(waitReasons), until: due, reason: why }),
  'end-wait': z.strictObject({ ...at }),
  extend: z.strictObject({
    ...at,
    clock: code,
    subject: z
      .string()
      .max(100)
      .nullable()
      .default(null)
      .describe(
        'Which of its runs, as the ticket shows it, where the clock runs for several hand-offs, tasks or letters',
      ),
    due: instantIn,
    reason: why,
  }),
  rate: z.strictObject({
    ...at,
    rating: code,
    dimensions: z.record(z.string().max(60), z.string().max(60)).default({}),
    remark: freeText(4_000).default(''),
  }),
  reopen: z.strictObject({ ...at, reason: why }),
  escalate: z.strictObject({ ...at, reason: why }),
  dismiss: z.strictObject({
    ...at,
    reason: z.enum(dismissReasons),
    duplicateOf: z.string().max(60).nullable().default(null),
    note: why,
  }),
  /** `number` is the incident's; it may be left out. */
  'link-incident': z.strictObject({ ...at, incident: id, number: z.string().max(60).default('') }),
  'unlink-incident': z.strictObject({ ...at, note: freeText(2_000).default('') }),
  /** The version that is published now is the one that is cited. */
  'cite-case': z.strictObject({ ...at, caseId: id }),
} as const satisfies Record<(typeof ticketCommands)[number], z.ZodType>;

type Versioned<S extends z.core.$ZodLooseShape> = z.ZodObject<typeof at & S, z.core.$strict>;
type CoordinationBodies = { [N in keyof typeof coordinationBodies]: Versioned<(typeof coordinationBodies)[N]> };
const versioned = Object.fromEntries(
  Object.entries(coordinationBodies).map(([name, shape]) => [name, z.strictObject({ ...at, ...shape })]),
) as unknown as CoordinationBodies;

export const actionBodies = { ...ticketBodies, ...versioned } as const satisfies Record<
  (typeof commandNames)[number],
  z.ZodType
>;
export type ActionBody<N extends keyof typeof actionBodies> = z.input<(typeof actionBodies)[N]>;
