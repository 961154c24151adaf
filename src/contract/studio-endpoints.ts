import { z } from 'zod';
import { code, freeText } from './common.ts';
import * as studio from './studio.ts';

/** The part of the table of endpoints that is about writing playbooks; a version's YAML file is a plain route beside it. */
const version = z.coerce.number().int().positive();
const ofPlaybook = z.object({ id: code });
const ofVersion = z.object({ id: code, version });
const none = z.null();
const tag = 'studio';

export const studioEndpoints = {
  listStudio: {
    method: 'GET',
    path: '/studio/playbooks',
    tag,
    summary: 'All playbooks with drafts, retired ones and how many tickets run under them',
    reply: z.object({ items: z.array(studio.studioItem) }),
  },
  getStudio: {
    method: 'GET',
    path: '/studio/playbooks/{id}',
    tag,
    summary: 'One playbook with its versions and its draft',
    params: ofPlaybook,
    reply: studio.studioView,
  },
  getSource: {
    method: 'GET',
    path: '/studio/playbooks/{id}/versions/{version}',
    tag,
    summary: 'A published version as YAML',
    params: ofVersion,
    reply: studio.sourceView,
  },
  diffVersions: {
    method: 'GET',
    path: '/studio/playbooks/{id}/diff',
    tag,
    summary: 'What differs between two versions, in parts and in lines',
    params: ofPlaybook,
    query: z.object({ from: version, to: version }),
    reply: studio.diffView,
  },
  validatePlaybook: {
    method: 'POST',
    path: '/studio/validate',
    tag,
    summary: 'Everything that publication would refuse, each with its place and remedy',
    body: z.strictObject({ source: studio.yamlSource }),
    reply: z.object({ problems: z.array(studio.playbookProblem) }),
  },
  previewPlaybook: {
    method: 'POST',
    path: '/studio/preview',
    tag,
    summary: 'Which clocks a sample ticket would have, when they would be due, and why',
    body: studio.previewBody,
    reply: studio.previewView,
  },
  saveDraft: {
    method: 'POST',
    path: '/studio/playbooks/{id}/draft',
    tag,
    summary: 'Keep a draft; `version` is the one that was read, 0 for the first',
    params: ofPlaybook,
    body: z.strictObject({
      source: studio.yamlSource,
      version: z.int().nonnegative(),
      baseVersion: z.int().positive().nullable(),
    }),
    reply: studio.draftView,
  },
  discardDraft: {
    method: 'POST',
    path: '/studio/playbooks/{id}/discard-draft',
    tag,
    summary: 'Throw the draft away',
    params: ofPlaybook,
    body: z.strictObject({ version: z.int().positive() }),
    reply: none,
    status: 204,
  },
  importPlaybook: {
    method: 'POST',
    path: '/studio/import',
    tag,
    summary: 'Take a YAML file in as a draft; `replaces` is the version of a draft that it may stand in for',
    body: z.strictObject({ source: studio.yamlSource, replaces: z.int().positive().optional() }),
    reply: z.object({ id: z.string(), problems: z.array(studio.playbookProblem) }),
    status: 201,
  },
  publishPlaybook: {
    method: 'POST',
    path: '/studio/playbooks/{id}/publish',
    tag,
    summary: 'Put the draft into force as the next version; running tickets keep theirs',
    params: ofPlaybook,
    body: z.strictObject({ version: z.int().positive(), note: freeText(500).default('') }),
    reply: z.object({ version: z.int() }),
    status: 201,
  },
  retirePlaybook: {
    method: 'POST',
    path: '/studio/playbooks/{id}/retire',
    tag,
    summary: 'No new tickets under it; running ones go on',
    params: ofPlaybook,
    reply: none,
    status: 204,
  },
  restorePlaybook: {
    method: 'POST',
    path: '/studio/playbooks/{id}/restore',
    tag,
    summary: 'Offer a retired playbook again',
    params: ofPlaybook,
    reply: none,
    status: 204,
  },
  previewMigration: {
    method: 'POST',
    path: '/studio/playbooks/{id}/migration/preview',
    tag,
    summary: 'What moving running tickets to a version would change, ticket by ticket; nothing is written',
    params: ofPlaybook,
    body: studio.migrationBody,
    reply: studio.migrationView,
  },
  migrateTickets: {
    method: 'POST',
    path: '/studio/playbooks/{id}/migration',
    tag,
    summary: 'Move the next batch of running tickets to a version; go on with `after` until `next` is null',
    params: ofPlaybook,
    body: studio.migrationBody,
    reply: studio.migrationView,
  },
} as const;
