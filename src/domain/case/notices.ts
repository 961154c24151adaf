import type { Directory } from '../ticket/context.ts';
import type { NoticeKind } from '../ticket/notice-kinds.ts';
import type { CaseState, CaseStep } from './state.ts';

export type CaseNoticeKind = Extract<NoticeKind, `case-${string}`>;
export type CaseNotice = { staffId: number; kind: CaseNoticeKind };

/** Who is to hear of a step. Nobody hears of what they did themselves; where the owner is gone, the supervisors do. */
export function caseNoticesOf(step: CaseStep, state: CaseState, directory: Directory): CaseNotice[] {
  const drafts = draftOf(step, state, directory);
  if (!drafts) return [];
  const to = new Set(drafts.to.filter((id) => id !== step.by && directory.staff(id)?.isActive));
  return [...to].map((staffId) => ({ staffId, kind: drafts.kind }));
}

type Draft = { kind: CaseNoticeKind; to: readonly number[] };

function draftOf(step: CaseStep, state: CaseState, directory: Directory): Draft | null {
  const editors = state.working?.editors ?? [];
  switch (step.type) {
    case 'case.submitted': {
      const reviewers = [...directory.withRole('supervisor'), ...directory.withRole('quality')];
      return { kind: 'case-review', to: reviewers.filter((id) => !editors.includes(id)) };
    }
    case 'case.returned':
      return { kind: 'case-returned', to: editors };
    case 'case.approved':
      return { kind: 'case-published', to: [state.owner] };
    case 'case.reported':
    case 'case.fell-due':
      return { kind: 'case-outdated', to: keepers(state, directory) };
    case 'case.given':
      return { kind: 'case-given', to: [state.owner] };
    default:
      return null;
  }
}

function keepers({ owner }: CaseState, directory: Directory): readonly number[] {
  return directory.staff(owner)?.isActive ? [owner] : directory.withRole('supervisor');
}
