import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseCommand, caseCommandNames } from '../../src/domain/case/commands.ts';
import {
  availableCaseActions,
  type CaseContext,
  decideCase,
  decideCaseDue,
  decideNewCase,
} from '../../src/domain/case/decide.ts';
import { caseNoticesOf } from '../../src/domain/case/notices.ts';
import { usefulness } from '../../src/domain/case/ranking.ts';
import { type CaseState, evolveCase } from '../../src/domain/case/state.ts';
import type { StaffRole } from '../../src/domain/playbook/schema-parts.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import type { Actor } from '../../src/domain/ticket/actor.ts';

const staff = (id: number, ...roles: StaffRole[]): Actor => ({ kind: 'staff', id, roles, departments: [] });
const people = {
  author: staff(1, 'agent'),
  agent: staff(2, 'agent'),
  supervisor: staff(3, 'supervisor'),
  quality: staff(4, 'quality'),
  manager: staff(5, 'manager'),
  specialist: staff(6, 'specialist'),
  admin: staff(7, 'admin'),
};
const dayMs = 86_400_000;
const contextOf = (actor: Actor, findings: CaseContext['findings'] = []): CaseContext => ({
  actor,
  now: 1_000,
  findings,
  isActive: (id) => id <= 7,
});
const hard = { field: 'cause', from: 0, to: 3, kind: 'customer', isHard: true } as const;
const soft = { ...hard, kind: 'address', isHard: false } as const;

const drafted = () => decideNewCase(contextOf(people.author)).state;
const give = (state: CaseState, actor: Actor, command: CaseCommand, findings: CaseContext['findings'] = []) =>
  decideCase(contextOf(actor, findings), state, command).state;
const approve = (version: number, hasCheckedFindings = false): CaseCommand => ({
  do: 'approve',
  version,
  hasCheckedFindings,
  checkAfterDays: 180,
});
const inReview = () => give(drafted(), people.author, { do: 'submit' });
const published = () => give(inReview(), people.supervisor, approve(1));
const codeOf = (attempt: () => unknown): string => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'allowed';
};

describe('a case on its way', () => {
  it.each<[CaseCommand['do'], string, string, string]>([
    [
      'save',
      'author agent supervisor quality specialist admin',
      '',
      'author agent supervisor quality specialist admin',
    ],
    ['submit', 'author supervisor quality admin', '', ''],
    ['withdraw', '', 'author supervisor quality admin', ''],
    ['approve', '', 'supervisor quality manager admin', ''],
    ['send-back', '', 'supervisor quality manager admin', ''],
    ['discard', 'author supervisor quality admin', '', ''],
    ['report', '', '', 'author agent supervisor quality manager specialist admin'],
    ['confirm', '', '', 'author supervisor quality admin'],
    ['retire', 'author supervisor quality admin', 'author supervisor quality admin', 'author supervisor quality admin'],
    ['restore', '', '', ''],
    ['give', 'author supervisor quality admin', 'author supervisor quality admin', 'author supervisor quality admin'],
  ])('%s: as a draft by %s, in review by %s, published by %s', (name, asDraft, asReview, asPublished) => {
    const allowed = (state: CaseState) =>
      Object.entries(people)
        .filter(([, actor]) => availableCaseActions(state, actor).some((one) => one.do === name && one.isAllowed))
        .map(([who]) => who)
        .join(' ');
    expect([allowed(drafted()), allowed(inReview()), allowed(published())]).toEqual([asDraft, asReview, asPublished]);
  });

  it('is not approved by anybody who wrote on it, in whatever role', () => {
    const byTwo = give(give(drafted(), people.supervisor, { do: 'save' }), people.author, { do: 'submit' });
    expect(byTwo.working?.editors).toEqual([1, 3]);
    expect(codeOf(() => give(byTwo, people.supervisor, approve(1)))).toBe('case.own-review');
    expect(give(byTwo, people.manager, approve(1))).toMatchObject({ status: 'published', published: 1, working: null });
    const program: Actor = { kind: 'program', id: 9, roles: ['supervisor'], departments: [] };
    expect(codeOf(() => give(byTwo, program, approve(1)))).toBe('auth.forbidden');
  });

  it('is stored, handed in and published without hard findings only', () => {
    expect(codeOf(() => decideNewCase(contextOf(people.author, [hard])))).toBe('case.personal-data');
    expect(codeOf(() => give(drafted(), people.author, { do: 'save' }, [soft, hard]))).toBe('case.personal-data');
    expect(codeOf(() => give(drafted(), people.author, { do: 'submit' }, [hard]))).toBe('case.personal-data');
    expect(codeOf(() => give(inReview(), people.supervisor, approve(1, true), [hard]))).toBe('case.personal-data');
    expect(codeOf(() => give(inReview(), people.supervisor, approve(1), [soft]))).toBe('case.findings-unchecked');
    expect(give(inReview(), people.supervisor, approve(1, true), [soft]).status).toBe('published');
  });

  it('keeps what a reviewer has seen: the next words are another version', () => {
    const back = give(inReview(), people.supervisor, { do: 'send-back', version: 1, note: '太长' });
    expect(back).toMatchObject({ status: 'draft', working: { version: 1, stage: 'returned' } });
    const again = give(back, people.author, { do: 'save' });
    expect(again).toMatchObject({ working: { version: 2, stage: 'draft', editors: [1] }, lastVersion: 2 });
    expect(give(again, people.author, { do: 'save' }).working?.version).toBe(2);
    const submitted = give(again, people.author, { do: 'submit' });
    expect(codeOf(() => give(submitted, people.supervisor, approve(1)))).toBe('case.changed');
  });

  it('is for its readers what was published until a better version is', () => {
    const better = give(published(), people.specialist, { do: 'save' });
    expect(better).toMatchObject({ status: 'published', published: 1, working: { version: 2, editors: [6] } });
    expect(give(better, people.specialist, { do: 'discard' })).toMatchObject({ status: 'published', working: null });
    const outdated = give(give(better, people.specialist, { do: 'submit' }), people.agent, {
      do: 'report',
      note: '旧',
    });
    expect(outdated).toMatchObject({ status: 'needs-update', working: { stage: 'in-review' } });
    expect(give(outdated, people.quality, approve(2))).toMatchObject({ status: 'published', published: 2 });
  });

  it('falls due once its day has come, and never before', () => {
    const state = published();
    const due = 1_000 + 180 * dayMs;
    expect(state.checkBy).toBe(due);
    expect(decideCaseDue(state, due - 1)).toBeNull();
    const fallen = decideCaseDue(state, due);
    expect(fallen?.state).toMatchObject({ status: 'needs-update', checkBy: null });
    expect(fallen && decideCaseDue(fallen.state, due)).toBeNull();
  });

  it('goes out of use and comes back to be looked at', () => {
    const retired = give(published(), people.author, { do: 'retire', note: '' });
    expect(codeOf(() => give(retired, people.author, { do: 'save' }))).toBe('case.retired');
    expect(codeOf(() => give(retired, people.agent, { do: 'report', note: '' }))).toBe('case.not-published');
    expect(give(retired, people.author, { do: 'restore' })).toMatchObject({ status: 'needs-update', published: 1 });
    const unborn = give(drafted(), people.author, { do: 'discard' });
    expect(unborn.status).toBe('retired');
    expect(give(unborn, people.author, { do: 'restore' }).status).toBe('draft');
  });

  it('is given to people who work here only', () => {
    expect(give(published(), people.supervisor, { do: 'give', owner: 2 }).owner).toBe(2);
    expect(codeOf(() => give(published(), people.supervisor, { do: 'give', owner: 99 }))).toBe('case.owner-unknown');
  });

  it('is the fold of its steps, whatever people do', () => {
    const actors = fc.constantFrom(...Object.values(people));
    const commands = fc.record({
      actor: actors,
      name: fc.constantFrom(...caseCommandNames),
      version: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40 }), (given) => {
        const first = decideNewCase(contextOf(people.author));
        const steps = [first.step];
        let state = first.state;
        for (const { actor, name, version } of given) {
          const command = {
            do: name,
            version,
            note: 'x',
            owner: 2,
            hasCheckedFindings: false,
            checkAfterDays: 30,
          } as CaseCommand;
          const allowed = availableCaseActions(state, actor).find((one) => one.do === name)?.isAllowed;
          const before = state;
          const code = codeOf(() => {
            const decision = decideCase(contextOf(actor), before, command);
            steps.push(decision.step);
            state = decision.state;
          });
          expect(code === 'allowed' || code === 'case.changed').toBe(allowed);
          expect(state.working?.stage === 'in-review' && state.working.editors.length === 0).toBe(false);
          if (state.status === 'published' || state.status === 'needs-update') expect(state.published).not.toBeNull();
        }
        expect(steps.reduce<CaseState | null>(evolveCase, null)).toEqual(state);
        expect(state.revision).toBe(steps.length);
      }),
    );
  });
});

describe('who hears of it', () => {
  const directory = {
    staff: (id: number) =>
      id === 8
        ? { id, name: '', roles: [], departments: [], supervisor: null, isActive: false }
        : { id, name: '', roles: [], departments: [], supervisor: null, isActive: true },
    department: () => null,
    staffOf: () => [],
    withRole: (role: string) => (role === 'supervisor' ? [3] : role === 'quality' ? [4] : []),
  };
  const told = (state: CaseState, actor: Actor, command: CaseCommand) => {
    const { step, state: after } = decideCase(contextOf(actor), state, command);
    return caseNoticesOf(step, after, directory).map(({ staffId, kind }) => `${staffId} ${kind}`);
  };

  it('reviewers of what is handed in, writers of what comes back, the owner of the rest', () => {
    expect(told(drafted(), people.author, { do: 'submit' })).toEqual(['3 case-review', '4 case-review']);
    expect(told(inReview(), people.supervisor, { do: 'send-back', version: 1, note: 'x' })).toEqual([
      '1 case-returned',
    ]);
    expect(told(inReview(), people.supervisor, approve(1))).toEqual(['1 case-published']);
    expect(told(published(), people.agent, { do: 'report', note: 'x' })).toEqual(['1 case-outdated']);
    expect(told(published(), people.author, { do: 'report', note: 'x' })).toEqual([]);
    expect(told({ ...published(), owner: 8 }, people.agent, { do: 'report', note: 'x' })).toEqual(['3 case-outdated']);
  });
});

describe('usefulness', () => {
  it('grows with help and citations, falls with what did not help or is outdated, and never turns an order upside down', () => {
    const none = { helpful: 0, unhelpful: 0, citations: 0 };
    expect(usefulness(none)).toBe(1);
    expect(usefulness({ ...none, helpful: 1 })).toBeGreaterThan(1);
    expect(usefulness({ ...none, helpful: 9 })).toBeGreaterThan(usefulness({ ...none, helpful: 1 }));
    expect(usefulness({ ...none, unhelpful: 3 })).toBeLessThan(1);
    expect(usefulness({ ...none, citations: 5 })).toBeGreaterThan(1);
    expect(usefulness(none, true)).toBeLessThan(1);
    expect(usefulness({ helpful: 1_000, unhelpful: 0, citations: 1e6 })).toBeLessThan(1.4);
    expect(usefulness({ helpful: 0, unhelpful: 1_000, citations: 0 }, true)).toBeGreaterThan(0.6);
  });
});
