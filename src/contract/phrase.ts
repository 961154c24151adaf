import { z } from 'zod';
import { type SituationId, situationIds } from '../domain/phrase/situations.ts';
import { informKinds } from '../domain/ticket/events.ts';
import { code, freeText, id, idParam, instant } from './common.ts';

const situation = z.enum(situationIds as [SituationId, ...SituationId[]]);
const codes = z.array(code).max(60).default([]);
const inBoth = (max: number) => z.strictObject({ zh: freeText(max).default(''), en: freeText(max).default('') });

/** `title` and `text` in one language or both; variables are written `{{customerName}}`. Empty lists restrict nothing. */
export const phraseBody = z.strictObject({
  situation,
  title: inBoth(60),
  text: inBoth(2_000),
  playbooks: codes,
  categories: codes,
  priorities: codes,
  channels: codes,
  isActive: z.boolean().default(true),
});
export type PhraseBody = z.infer<typeof phraseBody>;

export const phraseView = z.object({
  id,
  version: z.int(),
  situation,
  title: z.object({ zh: z.string(), en: z.string() }),
  text: z.object({ zh: z.string(), en: z.string() }),
  playbooks: z.array(code),
  categories: z.array(code),
  priorities: z.array(code),
  channels: z.array(code),
  isActive: z.boolean(),
  /** Came with the program, and is kept up to date by it until somebody edits it. */
  isShipped: z.boolean(),
  isEdited: z.boolean(),
  useCount: z.int(),
  updatedAt: instant,
  updatedBy: id.nullable(),
});
export type PhraseView = z.infer<typeof phraseView>;

/** Everything is optional: what is given narrows and orders the list. */
export const phraseQuery = z.object({
  words: z.string().trim().max(100).optional(),
  situation: situation.optional(),
  to: z.enum(['customer', 'colleague']).optional(),
  kind: z.enum(informKinds).optional(),
  playbook: code.optional(),
  category: code.optional(),
  priority: code.optional(),
  channel: code.optional(),
  inactive: z.enum(['true', 'false']).default('false').describe('Also those that are switched off'),
});

const params = z.object({ id: idParam });
/** `version` is what the writer saw; a change of anything newer is refused with 409. */
const version = z.int().positive();

/** The part of the table of endpoints that is about phrases. */
export const phraseEndpoints = {
  listPhrases: {
    method: 'GET',
    path: '/phrases',
    tag: 'phrases',
    summary: 'Wording by situation, what fits best first, then what is used most',
    query: phraseQuery,
    reply: z.object({ items: z.array(phraseView) }),
  },
  createPhrase: {
    method: 'POST',
    path: '/phrases',
    tag: 'phrases',
    summary: 'Add a phrase',
    body: phraseBody,
    reply: phraseView,
    status: 201,
  },
  changePhrase: {
    method: 'PATCH',
    path: '/phrases/{id}',
    tag: 'phrases',
    summary: 'Write a phrase anew',
    params,
    body: phraseBody.extend({ version }),
    reply: phraseView,
  },
  removePhrase: {
    method: 'POST',
    path: '/phrases/{id}/remove',
    tag: 'phrases',
    summary: 'Remove a phrase; one that came with the program does not come back',
    params,
    body: z.strictObject({ version }),
    reply: z.null(),
    status: 204,
  },
  usePhrase: {
    method: 'POST',
    path: '/phrases/{id}/use',
    tag: 'phrases',
    summary: 'Count that a phrase was put into a message',
    params,
    reply: z.null(),
    status: 204,
  },
} as const;
