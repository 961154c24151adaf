import { z } from 'zod';
import { maxBytes } from '../domain/playbook/limits.ts';
import { momentNames } from '../domain/preview/moment-names.ts';
import { informKinds, waitReasons } from '../domain/ticket/events.ts';
import { code, id, instant, instantIn, names } from './common.ts';
import { clockExplanation } from './ticket.ts';

/** The studio, where playbooks are written, published and brought to running tickets. */

/** Measured again in bytes when it is read. */
export const yamlSource = z.string().max(maxBytes).describe('The playbook as YAML');

/** What is wrong, where, and what to do; `nearest` is the valid name that was most likely meant. */
export const playbookProblem = z.object({
  path: z.array(z.union([z.string(), z.int()])),
  line: z.int(),
  column: z.int(),
  message: names,
  remedy: names,
  nearest: z.string().nullable(),
});
export type PlaybookProblem = z.infer<typeof playbookProblem>;

const person = z.object({ id, name: z.string() }).nullable();
const running = z.array(z.object({ version: z.int(), count: z.int() })).describe('Running tickets by version');

export const studioItem = z.object({
  id: z.string(),
  name: names,
  summary: names,
  /** The latest version; null for a draft that has never been published. */
  version: z.int().nullable(),
  isRetired: z.boolean(),
  /** Published here at least once, not only as it was shipped. */
  isOwn: z.boolean(),
  running,
  draft: z.object({ by: person, at: instant, baseVersion: z.int().nullable() }).nullable(),
});
export type StudioItem = z.infer<typeof studioItem>;

export const draftView = z.object({
  source: z.string(),
  /** Pass it back when saving or publishing: who was first is told from it. */
  version: z.int(),
  /** The published version that it was begun from. */
  baseVersion: z.int().nullable(),
  by: person,
  at: instant,
});
export type DraftView = z.infer<typeof draftView>;

export const studioView = studioItem.extend({
  versions: z.array(
    z.object({ version: z.int(), at: instant, by: person, note: z.string(), isOwn: z.boolean(), running: z.int() }),
  ),
  draft: draftView.nullable(),
});
export type StudioView = z.infer<typeof studioView>;

export const sourceView = z.object({ id: z.string(), version: z.int(), source: z.string() });

const changeSchema = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'reordered']),
  path: z.array(z.string()),
  names: z.array(names.nullable()).describe('What each step of the path is called, where it is an entry with a name'),
  name: names.nullable(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
const lineSchema = z.object({
  kind: z.enum(['same', 'removed', 'added']),
  text: z.string(),
  before: z.int().nullable(),
  after: z.int().nullable(),
});
export const diffView = z.object({ changes: z.array(changeSchema), lines: z.array(lineSchema) });

const span = z
  .string()
  .max(12)
  .regex(/^\d{1,6}[smh]$/, 'a time such as 45s, 20m or 4h');

const sampleMoment = z.strictObject({
  after: span.describe('How long after the ticket was received'),
  do: z.enum(momentNames),
  kind: z.enum(informKinds).optional(),
  for: z.enum(waitReasons).optional(),
  priority: code.optional(),
  rating: code.optional(),
});

export const previewBody = z
  .strictObject({
    source: yamlSource.optional(),
    playbook: code.optional(),
    version: z.int().positive().optional(),
    priority: code,
    category: code.nullable().default(null),
    receivedAt: instantIn,
    moments: z.array(sampleMoment).max(60).optional().describe('The plain way to the end where absent'),
  })
  .refine((body) => (body.source === undefined) !== (body.playbook === undefined), {
    error: 'either source or playbook',
  });
export type PreviewBody = z.input<typeof previewBody>;

const previewClock = z.object({
  explanation: clockExplanation,
  /** Warnings and steps of the breach ladder as they would come if nothing more happened. */
  warnings: z.array(z.object({ before: z.string(), at: instant })),
  ladder: z.array(z.object({ at: instant, tell: z.array(z.string()), escalates: z.boolean() })),
});
export type PreviewClock = z.infer<typeof previewClock>;

export const previewView = z.object({
  /** What was supposed to happen, in order. */
  moments: z.array(sampleMoment),
  steps: z.array(
    z.object({
      at: instant,
      do: z.enum(momentNames),
      /** The stage that it led to. */
      stage: code,
      /** Refusal code where it could not happen then. */
      refusal: z.string().nullable(),
    }),
  ),
  stage: code,
  status: z.string(),
  clocks: z.array(previewClock),
  /** Clocks that nothing has started. */
  idle: z.array(z.object({ clock: code, name: names, target: z.string().nullable() })),
});
export type PreviewView = z.infer<typeof previewView>;

const dueOf = { clock: code, due: instant.nullable() };
const migrationChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stage'), from: code, to: code }),
  z.object({ kind: z.literal('form-required'), stage: code, form: code, fields: z.array(code) }),
  z.object({ kind: z.literal('form-passed'), stage: code, form: code, fields: z.array(code) }),
  z.object({ kind: z.literal('clock-starts'), ...dueOf }),
  z.object({ kind: z.literal('clock-stops'), ...dueOf }),
  z.object({
    kind: z.literal('clock-moves'),
    clock: code,
    from: instant.nullable(),
    to: instant.nullable(),
    isLate: z.boolean(),
  }),
]);
export type MigrationChangeView = z.infer<typeof migrationChange>;

export const migrationBody = z.strictObject({
  to: z.int().positive(),
  /** Where tickets go whose stage the new version has not; else to the nearest stage before it that it has. */
  stages: z.record(code, code).default({}),
  /** Only these tickets; all running ones otherwise. */
  tickets: z.array(id).min(1).max(100).optional(),
  after: id.optional(),
  limit: z.int().min(1).max(100).default(50),
});
export const migrationView = z.object({
  items: z.array(
    z.object({
      id,
      number: z.string(),
      from: z.int(),
      stage: code,
      changes: z.array(migrationChange),
      /** Why it stays where it is. */
      refusal: z.object({ code: z.string(), title: z.string(), remedy: z.string() }).nullable(),
    }),
  ),
  next: id.nullable(),
});
export type MigrationView = z.infer<typeof migrationView>;
