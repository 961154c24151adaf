import { z } from 'zod';
import { caseLimits } from '../domain/case/case-text.ts';
import { caseCommandNames, checkDays, usualCheckDays } from '../domain/case/commands.ts';
import { findingKinds } from '../domain/case/finding.ts';
import { caseStatuses } from '../domain/case/state.ts';
import { code, freeText, id, idParam, instant, page, pageQuery } from './common.ts';

const part = freeText(caseLimits.part).default('');
export const caseTextBody = z.strictObject({
  title: freeText(caseLimits.title).min(1),
  problem: freeText(caseLimits.part).min(1),
  cause: part,
  solution: freeText(caseLimits.part).min(1),
  lessons: part,
  tags: z.array(freeText(caseLimits.tag).min(1)).max(caseLimits.tags).default([]),
});
/** The same while it is being written: nothing has to be there yet. */
const caseTextDraft = caseTextBody.extend({ title: freeText(caseLimits.title), problem: part, solution: part });
export const caseText = z.object({
  title: z.string(),
  problem: z.string(),
  cause: z.string(),
  solution: z.string(),
  lessons: z.string(),
  tags: z.array(z.string()),
});

/** `from` and `to` count UTF-16 units within the field, as JavaScript does; what was found is not repeated. */
export const caseFinding = z.object({
  field: z.string(),
  from: z.int(),
  to: z.int(),
  kind: z.enum(findingKinds),
  isHard: z.boolean(),
  replacement: z.string(),
});
export type CaseFindingView = z.infer<typeof caseFinding>;

export const caseRow = z.object({
  id,
  number: z.string(),
  status: z.enum(caseStatuses),
  /** Of the published version; of the one being written where none is published. */
  title: z.string(),
  summary: z.string(),
  playbook: code,
  category: code.nullable(),
  tags: z.array(z.string()),
  owner: id,
  publishedVersion: z.int().nullable(),
  workingStage: z.enum(['draft', 'in-review', 'returned']).nullable(),
  helpful: z.int(),
  unhelpful: z.int(),
  /** Tickets that cite it. */
  citations: z.int(),
  checkBy: instant.nullable(),
  changedAt: instant,
});
export type CaseRow = z.infer<typeof caseRow>;

export const similarCase = caseRow.extend({
  /** How much of what was asked stands in the case, 0 to 1. */
  likeness: z.number().min(0).max(1),
  solution: z.string(),
  isCited: z.boolean(),
});
export type SimilarCase = z.infer<typeof similarCase>;

export const caseStepView = z.object({
  seq: z.int(),
  type: z.string(),
  version: z.int().nullable(),
  by: id.nullable(),
  at: instant,
  note: z.string(),
});
export const caseAction = z.object({
  do: z.enum(caseCommandNames),
  isAllowed: z.boolean(),
  why: z.string().optional(),
});

export const caseDetail = caseRow
  .extend({
    revision: z.int(),
    /** Where it was learned; null for whoever may not read that ticket. */
    ticket: z.object({ id, number: z.string() }).nullable(),
    text: caseText.nullable(),
    /** The version being written or checked, for those who may see it. */
    working: z
      .object({
        version: z.int(),
        stage: z.enum(['draft', 'in-review', 'returned']),
        editors: z.array(id),
        text: caseText,
        findings: z.array(caseFinding),
      })
      .nullable(),
    steps: z.array(caseStepView),
    myRating: z.object({ isHelpful: z.boolean(), remark: z.string() }).nullable(),
    remarks: z.array(z.object({ isHelpful: z.boolean(), remark: z.string(), by: id, version: z.int(), at: instant })),
    mayRate: z.boolean(),
    actions: z.array(caseAction),
  })
  .meta({ id: 'Case' });
export type CaseDetail = z.infer<typeof caseDetail>;

/** A case as the ticket tells it, personal data already replaced, and the cases that were made of it before. */
export const casePrefill = z.object({ text: caseText, cases: z.array(caseRow) });

const checkAfterDays = z.int().min(checkDays.least).max(checkDays.most).default(usualCheckDays);
const seen = { revision: z.int().nonnegative() };
const note = freeText(2_000).min(1);

export const caseActionBodies = {
  save: z.strictObject({ ...seen, text: caseTextBody }),
  submit: z.strictObject({ ...seen }),
  withdraw: z.strictObject({ ...seen }),
  /** `hasCheckedFindings` where softer findings are left: whoever approves has looked at each. */
  approve: z.strictObject({
    ...seen,
    version: z.int().positive(),
    hasCheckedFindings: z.boolean().default(false),
    checkAfterDays,
  }),
  'send-back': z.strictObject({ ...seen, version: z.int().positive(), note }),
  discard: z.strictObject({ ...seen }),
  report: z.strictObject({ ...seen, note }),
  confirm: z.strictObject({ ...seen, checkAfterDays }),
  retire: z.strictObject({ ...seen, note }),
  restore: z.strictObject({ ...seen }),
  give: z.strictObject({ ...seen, owner: id }),
} as const satisfies Record<(typeof caseCommandNames)[number], z.ZodType>;

export const caseViews = ['library', 'to-review', 'to-check', 'mine', 'retired'] as const;
export type CaseView = (typeof caseViews)[number];
export const caseQuery = pageQuery.extend({
  /** With words the best matches come first, all on one page. */
  q: z.string().trim().max(200).default(''),
  view: z.enum(caseViews).default('library'),
  playbook: code.optional(),
  category: code.optional(),
  tag: z.string().trim().max(caseLimits.tag).optional(),
});
export const caseCounts = z.object({
  library: z.int(),
  toReview: z.int(),
  toCheck: z.int(),
  mine: z.int(),
  retired: z.int(),
  /** The tags in use, the commonest first. */
  tags: z.array(z.object({ tag: z.string(), count: z.int() })),
});
export type CaseCounts = z.infer<typeof caseCounts>;

const caseParams = z.object({ id: idParam });
const tag = 'cases';

/** The part of the table of endpoints that is about the case library. */
export const caseEndpoints = {
  listCases: {
    method: 'GET',
    path: '/cases',
    tag,
    summary: 'The case library: searched, filtered, what was of most use first',
    query: caseQuery,
    reply: page(caseRow),
  },
  countCases: { method: 'GET', path: '/cases/counts', tag, summary: 'How many cases wait where', reply: caseCounts },
  findSimilarCases: {
    method: 'POST',
    path: '/cases/similar',
    tag,
    summary: 'Published cases about the same thing as a text or a ticket',
    body: z.strictObject({
      text: freeText(8_000).default(''),
      ticketId: id.optional(),
      playbook: code.optional(),
      limit: z.int().min(1).max(20).default(5),
    }),
    reply: z.object({ items: z.array(similarCase) }),
  },
  checkCaseText: {
    method: 'POST',
    path: '/cases/check',
    tag,
    summary: 'Where a text still holds personal data, the customer of the ticket considered',
    body: z.strictObject({ ticketId: id.optional(), caseId: id.optional(), text: caseTextDraft }),
    reply: z.object({ findings: z.array(caseFinding) }),
  },
  prefillCase: {
    method: 'GET',
    path: '/tickets/{id}/case',
    tag,
    summary: 'A case as a resolved or closed ticket tells it, personal data replaced',
    params: caseParams,
    reply: casePrefill,
  },
  createCase: {
    method: 'POST',
    path: '/cases',
    tag,
    summary: 'Make a case of a resolved or closed ticket, as a draft',
    body: z.strictObject({ ticketId: id, text: caseTextBody }),
    reply: caseDetail,
    status: 201,
  },
  getCase: {
    method: 'GET',
    path: '/cases/{id}',
    tag,
    summary: 'One case with its history and what may be done next',
    params: caseParams,
    reply: caseDetail,
  },
  getCaseVersion: {
    method: 'GET',
    path: '/cases/{id}/versions/{version}',
    tag,
    summary: 'What an earlier version said',
    params: z.object({ id: idParam, version: idParam }),
    reply: z.object({ version: z.int(), writtenAt: instant, text: caseText }),
  },
  rateCase: {
    method: 'POST',
    path: '/cases/{id}/rating',
    tag,
    summary: 'Say whether the published version helped: once for each person and version, the last word counts',
    params: caseParams,
    body: z.strictObject({ version: z.int().positive(), isHelpful: z.boolean(), remark: freeText(1_000).default('') }),
    reply: caseDetail,
  },
  actOnCase: {
    method: 'POST',
    path: '/cases/{id}/{action}',
    tag,
    summary: 'Do something with a case',
    params: z.object({ id: idParam, action: z.enum(caseCommandNames) }),
    body: z.looseObject({ revision: z.int() }),
    reply: caseDetail,
  },
} as const;
