import { z } from 'zod';
import { bilingual, identifier } from './schema-parts.ts';

/** Attributes of the ticket that a form's field can set; the engine turns them into events (`ticket/bindings.ts`). */
export const bindings = [
  'customer-name',
  'customer-contact',
  'customer-number',
  'customer-type',
  'preferred-channel',
  'channel',
  'received-at',
  'description',
  'expectation',
  'category',
  'priority',
  'priority-reason',
  'department',
  'owner',
  'collaborators',
  'requirement',
  'deadline',
  'root-cause',
  'solution',
  'eta',
  'verified',
  'rating',
  'rating-dimensions',
  'rating-remark',
  'praised',
  'training-case',
  'topic',
  'others-involved',
  'retrospective',
] as const;
export type Binding = (typeof bindings)[number];

export const fieldTypes = [
  'text',
  'long-text',
  'list',
  'number',
  'date-time',
  'choice',
  'choices',
  'check',
  'staff',
  'staff-list',
  'department',
  'rating-dimensions',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** Where a choice's options come from when the field does not list its own. */
const optionSources = ['channels', 'customer-types', 'categories', 'priorities', 'ratings'] as const;

export const fieldSchema = z.strictObject({
  id: identifier,
  name: bilingual,
  help: bilingual.optional(),
  type: z.enum(fieldTypes),
  required: z.boolean().default(false).describe('Must be answered before the stage is left; a check must be ticked'),
  requiredWhen: z
    .strictObject({ field: identifier, is: z.array(z.union([z.string(), z.boolean()])).min(1) })
    .optional()
    .describe('Required only while another field of the form has one of these answers'),
  binds: z.enum(bindings).optional().describe('The attribute of the ticket that the answer sets'),
  options: z
    .array(
      z.strictObject({
        id: identifier,
        name: bilingual,
        departments: z
          .array(identifier)
          .min(1)
          .optional()
          .describe('Of a choice: whom this answer suggests as responsible, first of all, and makes parties'),
      }),
    )
    .optional(),
  optionsFrom: z.enum(optionSources).optional().describe('Takes the options from a list of the playbook'),
  maxLength: z.int().min(1).max(20_000).optional(),
  past: z
    .boolean()
    .optional()
    .describe('Of a date-time: when something happened; a time that is still to come is refused'),
});

/** `printed` forms are outputs of the procedure: kept under the ticket's number, printable, downloadable. */
export const formSchema = z.strictObject({
  id: identifier,
  name: bilingual,
  printed: z.boolean().default(true),
  fields: z.array(fieldSchema).min(1).max(60),
});
