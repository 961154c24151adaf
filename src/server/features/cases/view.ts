import type { CaseDetail, CaseFindingView, CaseRow } from '../../../contract/case.ts';
import { type CaseText, caseNumber } from '../../../domain/case/case-text.ts';
import { replacements } from '../../../domain/case/finding.ts';
import type { CaseFinding } from '../../../domain/case/personal-data.ts';
import type { OrganisationKey } from '../../platform/crypto/organisation-key.ts';
import { openNote } from './sealed-case.ts';
import type { StoredStep } from './store.ts';
import type { ListedCase } from './store-list.ts';

/** Cases as the API shows them. */

const summaryLength = 160;

export function caseRow(listed: ListedCase, text: CaseText): CaseRow {
  const { id, status, playbook, category, helpful, unhelpful, citations } = listed;
  return {
    id,
    number: caseNumber(id),
    status,
    title: text.title,
    summary: cut(text.problem.replace(/\s+/g, ' ').trim()),
    playbook,
    category,
    tags: listed.published_version === null ? text.tags : listed.tags,
    owner: listed.owner_id,
    publishedVersion: listed.published_version,
    workingStage: listed.working_stage,
    helpful,
    unhelpful,
    citations,
    checkBy: listed.check_by === null ? null : new Date(listed.check_by).toISOString(),
    changedAt: new Date(listed.changed_at).toISOString(),
  };
}

export function findingView({ field, from, to, kind, isHard }: CaseFinding): CaseFindingView {
  return { field, from, to, kind, isHard, replacement: replacements[kind] };
}

/** Words between writers and reviewers are theirs. */
const internal: ReadonlySet<string> = new Set(['case.returned']);

export function stepView(
  key: OrganisationKey,
  caseId: number,
  { seq, type, data, staff_id, at, note }: StoredStep,
  seesAll: boolean,
): CaseDetail['steps'][number] {
  const { version = null } = data as { version?: number };
  const words = seesAll || !internal.has(type) ? openNote(key, caseId, seq, note) : '';
  return { seq, type, version, by: staff_id, at: new Date(at).toISOString(), note: words };
}

function cut(text: string): string {
  const points = Array.from(text);
  return points.length <= summaryLength ? text : `${points.slice(0, summaryLength - 1).join('')}…`;
}
