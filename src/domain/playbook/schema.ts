import { z } from 'zod';
import { clockSchema } from './schema-clock.ts';
import { formSchema } from './schema-form.ts';
import { bilingual, identifier, partyKinds, roles } from './schema-parts.ts';

/**
 * The playbook document: everything that tells the engine how tickets of one kind are run. The engine has no
 * knowledge of any particular playbook; what a team's procedure needs is said here or the vocabulary is extended.
 */

const option = z.strictObject({ id: identifier, name: bilingual });

/**
 * `department` is the code of the department that a ticket of this category is suggested to; `copies` says who besides the owner
 * takes part from then on as a collaborator: the person who registered it.
 */
const categorySchema = option.extend({
  department: identifier.optional(),
  examples: bilingual.optional(),
  copies: z.array(z.enum(['interface'])).optional(),
});

/** In order of urgency, the most urgent first. `reach` says how many are touched: one person, or also groups. */
const prioritySchema = option.extend({
  when: bilingual,
  greenLane: z.boolean().default(false),
  reach: z.array(z.enum(['person', 'group'])).optional(),
});

/** A rating a customer can give; an unsatisfied one starts second handling. */
const ratingSchema = option.extend({ isSatisfied: z.boolean() });

/** What must be true before a stage is left. The stage's own form is always a gate. */
export const gates = [
  'classified',
  'handed-off',
  'owned',
  'accepted',
  'told-result',
  'told-news',
  'verified',
  'called-back',
  'parties-named',
  'letters-answered',
  'meetings-minuted',
  'tasks-done',
  'agreed',
] as const;

export const statuses = ['todo', 'in-progress', 'resolved', 'closed'] as const;

/** What decides whether a stage is needed: an answer given before, the priority, the category. All that is said must hold. */
const stageConditionSchema = z
  .strictObject({
    form: identifier.optional(),
    field: identifier.optional(),
    is: z
      .array(z.union([z.string(), z.boolean()]))
      .min(1)
      .optional()
      .describe('Answers to the field of the form'),
    priorities: z.array(identifier).min(1).optional(),
    categories: z.array(identifier).min(1).optional(),
  })
  .refine(
    ({ form, field, is }) =>
      (form === undefined) === (field === undefined) && (form === undefined) === (is === undefined),
    {
      error: 'form, field and is together',
    },
  );

const stageSchema = z.strictObject({
  id: identifier,
  name: bilingual,
  hint: bilingual.optional().describe('One line for those who work at this stage'),
  who: z.array(z.enum(roles)).min(1).describe('Who completes the stage; a supervisor always may'),
  status: z.enum(statuses).describe('What the ticket counts as meanwhile'),
  form: identifier.optional().describe('Answering it completes the stage; without one the gates alone do'),
  onlyByForm: z
    .boolean()
    .optional()
    .describe('The ticket is handed off here by the form alone: by nothing before the form is complete'),
  gates: z.array(z.enum(gates)).default([]).describe('What must be true before the stage is left'),
  when: stageConditionSchema
    .optional()
    .describe('The stage is passed over unless all of this holds when the ticket comes to it'),
  objected: z
    .strictObject({ to: identifier })
    .optional()
    .describe('Where a ticket goes back to while it is here and a party objects to the solution'),
  next: identifier
    .optional()
    .describe('The stage that follows; absent on the last one, whose completion closes the ticket'),
  dissatisfied: z
    .strictObject({ to: identifier, escalate: z.enum(roles).default('supervisor') })
    .optional()
    .describe("Where a dissatisfied customer's ticket starts again, and to whom it is escalated"),
});

/** The clock may be given a later due time, by whom, and only after the customer has been told. */
const extensionSchema = z.strictObject({
  clocks: z.array(identifier).min(1),
  priorities: z.array(identifier).optional(),
  who: z.array(z.enum(roles)).min(1),
  needsCustomerTold: z.boolean().default(true),
});

/** What departments do together on a ticket. A procedure uses what it names here; the rest is not offered. */
export const coordinationUses = [
  'decline',
  'counter-date',
  'obstacle',
  'tasks',
  'parties',
  'contacts',
  'letters',
  'meetings',
  'solutions',
] as const;
export type CoordinationUse = (typeof coordinationUses)[number];

const coordinationSchema = z.strictObject({
  uses: z.array(z.enum(coordinationUses)).min(1),
  confirm: z
    .array(z.enum(partyKinds))
    .default([])
    .describe('Parties of which kinds a solution is sent to; it is carried out once none of them objects'),
  collaboratorTasks: z
    .boolean()
    .default(false)
    .describe('Whoever a hand-off names as a collaborator gets a task with the deadline of the hand-off'),
  planFor: z
    .array(identifier)
    .min(1)
    .optional()
    .describe('Tickets of these priorities are accepted with a first plan of handling only'),
});

/**
 * Lets customers register by themselves on the public page. Asked there: name, contact, category, description and the fields in
 * `asks`; `answers` are given in the customer's stead to other fields of the first form.
 */
const portalSchema = z.strictObject({
  channel: identifier,
  asks: z.array(identifier).default([]),
  answers: z.record(identifier, z.union([z.string(), z.boolean()])).default({}),
});

/** A printed table over many tickets: which columns, in order. */
const tableSchema = z.strictObject({
  id: identifier,
  name: bilingual,
  rows: z.enum(['ticket', 'progress', 'callback']),
  columns: z
    .array(
      z.strictObject({
        id: identifier,
        name: bilingual,
        from: z.string().max(80).describe('See the table of columns in docs/guides/playbooks.md'),
      }),
    )
    .min(1),
});

export const playbookSchema = z.strictObject({
  $schema: z.string().optional(),
  id: identifier,
  version: z.int().positive().describe('Raised with every change once it has been published'),
  name: bilingual,
  summary: bilingual,
  number: z
    .string()
    .max(60)
    .regex(
      /^[A-Z][A-Z0-9-]*(\{yyyy\}|\{MM\}|\{dd\}|-)*\{seq:[1-9]\}$/,
      'capital letters, then {yyyy}, {MM}, {dd} as wanted, then {seq:N}, such as CF{yyyy}{MM}{dd}{seq:4}',
    )
    .describe(
      'Ticket numbers: {yyyy}, {MM}, {dd} of the registration day and {seq:N}, at least N digits, from 1 a period',
    ),
  channels: z.array(option).min(1),
  customerTypes: z.array(option).min(1).describe('The first is that of customers who do not say'),
  departments: z.array(option).min(1),
  categories: z.array(categorySchema).min(1),
  priorities: z.array(prioritySchema).min(1).describe('The most urgent first'),
  initialPriority: identifier.describe('What counts until somebody has classified the ticket'),
  ratings: z.array(ratingSchema).min(2),
  ratingDimensions: z.array(option).default([]),
  forms: z.array(formSchema).min(1),
  stages: z.array(stageSchema).min(2),
  clocks: z.array(clockSchema),
  extension: extensionSchema.optional().describe('Which promises may be given more time, and by whom'),
  coordination: coordinationSchema.optional().describe('How departments work together on a ticket'),
  portal: portalSchema.optional().describe('Lets customers register by themselves'),
  singleInterface: z
    .boolean()
    .optional()
    .describe('One person speaks to the customer: who registered the ticket or took it up; a supervisor may stand in'),
  tables: z.array(tableSchema).default([]),
});

export type Playbook = z.infer<typeof playbookSchema>;
export type PlaybookStage = Playbook['stages'][number];
export type PlaybookForm = Playbook['forms'][number];
export type PlaybookField = PlaybookForm['fields'][number];
export type PlaybookClock = Playbook['clocks'][number];
export type PlaybookTable = Playbook['tables'][number];
export type PlaybookOption = z.infer<typeof option>;
export type Gate = (typeof gates)[number];
export type TicketStatus = (typeof statuses)[number];
