import fc from 'fast-check';
import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import { type Answers, dismissReasons, informKinds, waitReasons } from '../../src/domain/ticket/events.ts';
import type { TicketState } from '../../src/domain/ticket/state.ts';
import { compiledOf, staff, type Who } from './ticket-cast.ts';

/** Random lives of a ticket: who does what after how long, sensible often enough to get somewhere. */

/** Stands in every free text, so that a test can see where texts end up. */
export const secret = '密';

export type Step = { gap: number; who: Who; kind: string; pick: number; other: number };

const whos: Who[] = [
  'agent',
  'otherAgent',
  'supervisor',
  'specialist',
  'colleague',
  'contact',
  'logistics',
  'customer',
];
const rare: Who[] = ['stranger', 'program', 'manager', 'quality', 'admin'];
const kinds = [
  'advance',
  'classify',
  'hand-off',
  'accept',
  'bounce',
  'record-progress',
  'inform-customer',
  'record-reply',
  'chase',
  'add-note',
  'start-wait',
  'end-wait',
  'extend',
  'rate',
  'reopen',
  'escalate',
  'dismiss',
  'link-incident',
  'unlink-incident',
  'cite-case',
  'correct',
];

const minute = 60_000;
const gaps = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 30 * minute }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 15 * minute, 60 * minute, 120 * minute, 24 * 60 * minute) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 * 60 * minute }) },
  { weight: 1, arbitrary: fc.integer({ min: -3_000, max: 0 }) },
);

export const step: fc.Arbitrary<Step> = fc.record({
  gap: gaps,
  who: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...whos) }, { weight: 1, arbitrary: fc.constantFrom(...rare) }),
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constant('advance') },
    { weight: 6, arbitrary: fc.constantFrom(...kinds) },
    { weight: 1, arbitrary: fc.constant('inform-customer') },
  ),
  pick: fc.nat(1_000),
  other: fc.nat(1_000),
});

const one = <T>(list: readonly T[], pick: number): T => list[pick % list.length] as T;

/** Whoever may fill in the form of the current step, mostly: so that random lives get on. */
export function whoFor({ who, kind, other }: Step, { stage, owner }: TicketState): Who {
  if (kind !== 'advance' || other % 8 === 0) return who;
  if (['analyse', 'carry-out', 'handle'].includes(stage))
    return owner === staff.colleague.id ? 'colleague' : 'specialist';
  return ['confirm', 'assign', 'result'].includes(stage) && other % 3 > 0
    ? one(['agent', 'supervisor'], other)
    : 'supervisor';
}

export function commandFor(step: Step, state: TicketState, now: number): TicketCommand {
  const { kind, pick, other } = step;
  const later = (hours: number) => now + (hours + 1) * 60 * minute;
  const said = `${secret}${pick}`;
  const { source } = compiledOf(state.playbook.id as 'resolution-flow');
  switch (kind) {
    case 'classify':
      return {
        do: 'classify',
        ...(pick % 3 > 0 ? { priority: one(source.priorities, pick).id } : {}),
        ...(pick % 3 < 2 ? { category: one(source.categories, other).id } : {}),
        reason: said,
      };
    case 'hand-off':
      return {
        do: 'hand-off',
        department: one(['technology', 'technical-support', 'logistics', 'closed-down'], pick),
        owner: one([staff.specialist.id, staff.colleague.id, null, staff.gone.id], other),
        collaborators: pick % 4 === 0 ? [staff.product.id, staff.specialist.id] : [],
        deadline: one([null, later(pick % 30), now], pick),
        requirement: said,
      };
    case 'accept':
      return { do: 'accept', plan: said, eta: one([null, later(other % 9)], pick) };
    case 'bounce':
      return { do: 'bounce', reason: 'other', fields: pick % 9 === 0 ? ['nothing'] : [], note: said };
    case 'record-progress':
      return { do: 'record-progress', done: said, customerWords: '', nextStep: said, from: null, to: null };
    case 'inform-customer':
      return {
        do: 'inform-customer',
        kind: one(informKinds, pick),
        via: one(['phone', 'sms', 'pigeon', 'online', 'portal', 'email'], other),
        message: said,
        eta: one([null, later(other % 30)], other),
      };
    case 'record-reply':
      return { do: 'record-reply', via: 'portal', message: said };
    case 'chase':
      return { do: 'chase', message: pick % 2 ? said : '' };
    case 'start-wait':
      return {
        do: 'start-wait',
        for: one(waitReasons, pick),
        until: one([null, later(pick % 40)], other),
        reason: said,
      };
    case 'extend':
      return {
        do: 'extend',
        clock: one(source.clocks, pick % 3).id,
        subject: null,
        due: later(other % 200),
        reason: said,
      };
    case 'rate':
      return { do: 'rate', rating: one(source.ratings, pick).id, dimensions: {}, remark: said };
    case 'reopen':
    case 'escalate':
      return { do: kind, reason: said };
    case 'dismiss':
      return {
        do: 'dismiss',
        reason: one(dismissReasons, pick),
        duplicateOf: one(['T9', null, 'T1'], other),
        note: said,
      };
    case 'link-incident':
      return { do: 'link-incident', incident: 1 + (pick % 3), number: `INC-2026-00${1 + (pick % 3)}` };
    case 'unlink-incident':
      return { do: 'unlink-incident', note: pick % 2 ? said : '' };
    case 'cite-case':
      return { do: 'cite-case', caseId: 1 + (pick % 3), caseVersion: 1 + (other % 2), title: '重复扣款' };
    case 'correct': {
      const form = one(source.forms, pick).id;
      return { do: 'submit-form', form, answers: answersFor(form, state, now, step) };
    }
    case 'advance': {
      const form = source.stages.find((stage) => stage.id === state.stage)?.form ?? '';
      return { do: 'submit-form', form, answers: answersFor(form, state, now, step) };
    }
    default:
      return kind === 'end-wait' ? { do: 'end-wait' } : { do: 'add-note', note: said };
  }
}

/** Complete answers to any form of the shipped playbooks; now and then one is missing. */
export function answersFor(form: string, state: TicketState, now: number, { pick, other }: Step): Answers {
  const playbook = compiledOf(state.playbook.id as 'resolution-flow');
  const answers: Answers = {};
  for (const field of playbook.form(form).fields) {
    if (!field.required && !field.requiredWhen && (pick + field.id.length) % 3 === 0) continue;
    const options = [...(playbook.optionsOf(field) ?? [])];
    const isFlow = state.playbook.id === 'resolution-flow';
    switch (field.type) {
      case 'text':
      case 'long-text':
        answers[field.id] = `${secret}${field.id}`;
        break;
      case 'list':
        answers[field.id] = [`${secret}1`, `${secret}2`];
        break;
      case 'choice':
        answers[field.id] = one(options, field.binds === 'rating' && pick % 4 > 0 ? 0 : pick + field.id.length);
        break;
      case 'choices':
        answers[field.id] = [one(options, pick)];
        break;
      case 'check':
        answers[field.id] = true;
        break;
      case 'date-time':
        answers[field.id] = new Date(now + ((other % 40) + 1) * (field.past ? -minute : 60 * minute)).toISOString();
        break;
      case 'department':
        answers[field.id] = isFlow ? 'technology' : 'technical-support';
        break;
      case 'staff':
        answers[field.id] = one([staff.specialist.id, staff.colleague.id], other);
        break;
      case 'staff-list':
        answers[field.id] = [staff.product.id];
        break;
      default:
        break;
    }
  }
  if (pick % 17 === 0) delete answers[one(Object.keys(answers), other)];
  return answers;
}
