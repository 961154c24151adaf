/**
 * A case is the fold of its steps, as a ticket is of its events. What its versions say lies apart, sealed. While a version is being
 * worked on, readers keep the published one.
 */
export const caseStatuses = ['draft', 'in-review', 'published', 'needs-update', 'retired'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export type WorkStage = 'draft' | 'in-review' | 'returned';
/** `editors`: everybody who has written on it; none of them may approve it. */
export type Working = { version: number; stage: WorkStage; editors: readonly number[] };

export type CaseState = {
  /** Number of the last step; guards every write. */
  revision: number;
  status: CaseStatus;
  /** Keeps the case current and hears of it. */
  owner: number;
  /** What readers see; null before the first approval. */
  published: number | null;
  working: Working | null;
  lastVersion: number;
  /** When somebody has to look whether it still holds; null while nobody has to. Epoch ms. */
  checkBy: number | null;
};

type Plain = Record<never, never>;

/** `note` of a step is what the person wrote; it is sealed at rest. */
export type CaseStepCatalogue = {
  'case.drafted': { version: number; owner?: number };
  'case.submitted': { version: number };
  'case.withdrawn': { version: number };
  'case.returned': { version: number };
  'case.approved': { version: number; checkBy: number };
  'case.discarded': { version: number };
  'case.reported': Plain;
  'case.fell-due': Plain;
  'case.confirmed': { checkBy: number };
  'case.retired': Plain;
  'case.restored': Plain;
  'case.given': { owner: number };
};
export type CaseStepType = keyof CaseStepCatalogue;
export type CaseStep = {
  [T in CaseStepType]: { type: T; data: CaseStepCatalogue[T]; by: number | null; note: string };
}[CaseStepType];

export function evolveCase(before: CaseState | null, step: CaseStep): CaseState {
  if (before === null) return begin(step);
  const after = { ...before, ...change(before, step), revision: before.revision + 1 };
  return { ...after, status: statusOf(after, step) };
}

function begin(step: CaseStep): CaseState {
  if (step.type !== 'case.drafted' || step.data.owner === undefined)
    throw new Error(`A case begins with case.drafted and its owner, not ${step.type}`);
  const { version, owner } = step.data;
  const working: Working = { version, stage: 'draft', editors: editorsWith([], step.by) };
  return { revision: 1, status: 'draft', owner, published: null, working, lastVersion: version, checkBy: null };
}

function change(state: CaseState, step: CaseStep): Partial<CaseState> {
  switch (step.type) {
    case 'case.drafted': {
      const { version } = step.data;
      const working: Working = { version, stage: 'draft', editors: editorsWith(state.working?.editors ?? [], step.by) };
      return { working, lastVersion: Math.max(state.lastVersion, version) };
    }
    case 'case.submitted':
      return { working: withStage(state.working, 'in-review') };
    case 'case.withdrawn':
    case 'case.returned':
      return { working: withStage(state.working, 'returned') };
    case 'case.approved':
      return { working: null, published: step.data.version, checkBy: step.data.checkBy };
    case 'case.discarded':
      return { working: null };
    case 'case.confirmed':
      return { checkBy: step.data.checkBy };
    case 'case.reported':
    case 'case.fell-due':
    case 'case.restored':
      return { checkBy: null };
    case 'case.retired':
      return { checkBy: null, working: null };
    case 'case.given':
      return { owner: step.data.owner };
  }
}

function statusOf({ published, working, status }: CaseState, step: CaseStep): CaseStatus {
  switch (step.type) {
    case 'case.approved':
    case 'case.confirmed':
      return 'published';
    case 'case.reported':
    case 'case.fell-due':
      return 'needs-update';
    case 'case.retired':
      return 'retired';
    // It was out of use for a while: whoever brings it back has it looked at.
    case 'case.restored':
      return published === null ? 'draft' : 'needs-update';
    case 'case.discarded':
      return published === null ? 'retired' : status;
    default:
      if (published !== null) return status;
      return working?.stage === 'in-review' ? 'in-review' : 'draft';
  }
}

function editorsWith(editors: readonly number[], by: number | null): readonly number[] {
  return by === null || editors.includes(by) ? editors : [...editors, by];
}

function withStage(working: Working | null, stage: WorkStage): Working | null {
  return working && { ...working, stage };
}
