import { mayDoWithCase } from '../access/case-rules.ts';
import { Refusal } from '../refusal.ts';
import type { Actor } from '../ticket/actor.ts';
import { type CaseCommand, type CaseCommandName, caseCommandNames } from './commands.ts';
import type { CaseFinding } from './personal-data.ts';
import { type CaseState, type CaseStep, evolveCase } from './state.ts';

export type CaseContext = {
  actor: Actor;
  /** Epoch ms. */
  now: number;
  /** What was found in the text that the command is about: the one to be saved, submitted or approved. */
  findings: readonly CaseFinding[];
  /** Whether a person works here. */
  isActive: (staffId: number) => boolean;
};
export type CaseDecision = { step: CaseStep; state: CaseState };

const dayMs = 86_400_000;

/** A new case from a ticket; whoever makes it owns it. */
export function decideNewCase({ actor, findings }: CaseContext): CaseDecision {
  if (actor.kind !== 'staff') throw new Refusal('auth.forbidden', '', { command: 'save' });
  refusePersonalData(findings);
  const step: CaseStep = { type: 'case.drafted', data: { version: 1, owner: actor.id }, by: actor.id, note: '' };
  return { step, state: evolveCase(null, step) };
}

/** @throws Refusal when it may not or cannot be done; nothing has happened then. */
export function decideCase(context: CaseContext, state: CaseState, command: CaseCommand): CaseDecision {
  const why = whyNotCase(state, command.do, context.actor);
  if (why !== null) throw new Refusal(why, '', { command: command.do, status: state.status });
  const by = context.actor.kind === 'staff' ? context.actor.id : null;
  const step = { by, note: '', ...stepOf(context, state, command) } as CaseStep;
  return { step, state: evolveCase(state, step) };
}

/** What the passing of time brings: a published case falls due to be checked. */
export function decideCaseDue(state: CaseState, now: number): CaseDecision | null {
  if (state.status !== 'published' || state.checkBy === null || state.checkBy > now) return null;
  const step: CaseStep = { type: 'case.fell-due', data: {}, by: null, note: '' };
  return { step, state: evolveCase(state, step) };
}

export type AvailableCaseAction = { do: CaseCommandName; isAllowed: boolean; why?: string };

/** What this person may do next, and why the rest may not: one rule for the decision and for the buttons. */
export function availableCaseActions(state: CaseState, actor: Actor): AvailableCaseAction[] {
  return caseCommandNames.map((name) => {
    const why = whyNotCase(state, name, actor);
    return why === null ? { do: name, isAllowed: true } : { do: name, isAllowed: false, why };
  });
}

function whyNotCase(state: CaseState, name: CaseCommandName, actor: Actor): string | null {
  if (!mayDoWithCase(actor, state, name)) return 'auth.forbidden';
  const { status, working, published } = state;
  switch (name) {
    case 'save':
      if (status === 'retired') return 'case.retired';
      return working?.stage === 'in-review' ? 'case.in-review' : null;
    case 'submit':
    case 'discard':
      if (!working) return 'case.nothing-drafted';
      return working.stage === 'in-review' ? 'case.in-review' : null;
    case 'withdraw':
    case 'send-back':
      return working?.stage === 'in-review' ? null : 'case.not-in-review';
    case 'approve':
      if (working?.stage !== 'in-review') return 'case.not-in-review';
      return actor.kind === 'staff' && working.editors.includes(actor.id) ? 'case.own-review' : null;
    case 'report':
      if (published === null || status === 'retired') return 'case.not-published';
      return null;
    case 'confirm':
      return published === null || status === 'retired' ? 'case.not-published' : null;
    case 'retire':
      return status === 'retired' ? 'case.retired' : null;
    case 'restore':
      return status === 'retired' ? null : 'case.not-retired';
    case 'give':
      return null;
  }
}

type Made = Pick<CaseStep, 'type' | 'data'> & { note?: string };

function stepOf(context: CaseContext, state: CaseState, command: CaseCommand): Made {
  const version = state.working?.version ?? 0;
  switch (command.do) {
    case 'save':
      refusePersonalData(context.findings);
      // What a reviewer has seen stays as it was: the next words are another version.
      return {
        type: 'case.drafted',
        data: { version: state.working?.stage === 'draft' ? version : state.lastVersion + 1 },
      };
    case 'submit':
      refusePersonalData(context.findings);
      return { type: 'case.submitted', data: { version } };
    case 'withdraw':
      return { type: 'case.withdrawn', data: { version } };
    case 'approve':
      checkSeen(state, command.version);
      refusePersonalData(context.findings);
      if (context.findings.length > 0 && !command.hasCheckedFindings)
        throw new Refusal('case.findings-unchecked', 'hasCheckedFindings', { findings: context.findings });
      return { type: 'case.approved', data: { version, checkBy: context.now + command.checkAfterDays * dayMs } };
    case 'send-back':
      checkSeen(state, command.version);
      return { type: 'case.returned', data: { version }, note: command.note };
    case 'discard':
      return { type: 'case.discarded', data: { version } };
    case 'report':
      return { type: 'case.reported', data: {}, note: command.note };
    case 'confirm':
      return { type: 'case.confirmed', data: { checkBy: context.now + command.checkAfterDays * dayMs } };
    case 'retire':
      return { type: 'case.retired', data: {}, note: command.note };
    case 'restore':
      return { type: 'case.restored', data: {} };
    case 'give':
      if (!context.isActive(command.owner)) throw new Refusal('case.owner-unknown', 'owner', { given: command.owner });
      return { type: 'case.given', data: { owner: command.owner } };
  }
}

/** Approving what one has not read would be no second look. */
function checkSeen({ working, revision }: CaseState, seen: number): void {
  if (working?.version !== seen)
    throw new Refusal('case.changed', 'version', { seen, now: working?.version ?? null, revision });
}

/** @throws Refusal case.personal-data, naming the first field and where in each field something was found, never what */
function refusePersonalData(findings: readonly CaseFinding[]): void {
  const hard = findings.filter(({ isHard }) => isHard);
  const [first] = hard;
  if (first) throw new Refusal('case.personal-data', `text.${first.field}`, { findings: hard });
}
