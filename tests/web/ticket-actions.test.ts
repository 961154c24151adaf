import { describe, expect, test } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { actionBodies } from '../../src/contract/ticket-actions.ts';
import { optionsOf } from '../../src/domain/playbook/field-options.ts';
import type { PlaybookField } from '../../src/domain/playbook/schema.ts';
import type { Answers, AnswerValue } from '../../src/domain/ticket/events.ts';
import { completenessOf } from '../../src/web/console/form/completeness.ts';
import { toAnswers } from '../../src/web/console/form/form-values.ts';
import { actionBody, actionForm, type DialogAction } from '../../src/web/console/ticket/actions/action-forms.ts';
import { clock, playbook, ticket } from './ticket-sample.ts';

const dialogs: DialogAction[] = [
  'classify',
  'hand-off',
  'accept',
  'bounce',
  'decline',
  'settle-date',
  'report-obstacle',
  'record-progress',
  'record-reply',
  'chase',
  'start-wait',
  'end-wait',
  'extend',
  'rate',
  'reopen',
  'escalate',
  'dismiss',
];
const detail = ticket({
  clocks: [clock()],
  forms: [{ form: 'feedback-register', cycle: 1, at: '', by: 3, answers: {} }],
});

function filled(field: PlaybookField): AnswerValue {
  const options = (optionsOf(playbook, field) ?? []).map(({ id }) => id);
  switch (field.type) {
    case 'choice':
    case 'department':
      return options.at(-1) ?? '';
    case 'choices':
      return options.slice(0, 2);
    case 'date-time':
      return '2026-03-05T10:00:00.000Z';
    case 'staff':
      return 5;
    case 'staff-list':
      return [5, 6];
    default:
      return ' 原话 ';
  }
}

describe.each(dialogs)('the dialog of %s', (action) => {
  const { form, known } = actionForm(action, playbook, detail);

  test('asks for no words about an erased customer, and for all the rest', () => {
    const erased = { ...detail, customer: { ...detail.customer, isErased: true } };
    const { fields } = actionForm(action, playbook, erased).form;
    expect(fields).toEqual(form.fields.filter(({ type }) => type !== 'long-text'));
  });

  test('asks in both languages for exactly what the API takes', () => {
    const names = form.fields.flatMap(({ name, help }) => [name.zh, name.en, help?.zh ?? '-', help?.en ?? '-']);
    expect(names.every((name) => name !== '')).toBe(true);
    const all = Object.fromEntries(form.fields.map((field) => [field.id, filled(field)]));
    const body = { version: 12, ...actionBody(action, toAnswers(form, all), detail) };
    expect(actionBodies[action].safeParse(body)).toMatchObject({ success: true });
  });

  test('requires what the API requires', () => {
    const needed: Answers = { ...known };
    for (;;) {
      const [missing] = completenessOf(form, needed, []).missing;
      if (!missing) break;
      needed[missing.id] = filled(missing);
    }
    const body = { version: 12, ...actionBody(action, toAnswers(form, needed), detail) };
    expect(actionBodies[action].safeParse(body)).toMatchObject({ success: true });
    for (const field of form.fields.filter((one) => one.required)) {
      expect(completenessOf(form, { ...needed, [field.id]: '' }, []).isComplete).toBe(false);
    }
  });
});

describe('what is known already', () => {
  test('hand-off starts with the department that the category suggests', () => {
    const fresh = ticket({ department: null, owner: null, category: 'logistics' });
    expect(actionForm('hand-off', playbook, fresh).known).toEqual({ department: 'logistics' });
  });
  test('an unchanged category is not sent with a new priority', () => {
    const body = actionBody('classify', { category: 'system-failure', priority: 'normal', reason: '核实后' }, detail);
    expect(body).toEqual({ priority: 'normal', reason: '核实后' });
  });
  test('only running clocks of the playbook’s rule can be extended', () => {
    const { form, known } = actionForm('extend', playbook, detail);
    expect(form.fields[0]?.options?.map(({ id }) => id)).toEqual(['resolution']);
    expect(known).toMatchObject({ clock: 'resolution' });
  });
  test('an extension begins with a time that is one: what the customer was told, else a day more', () => {
    const open = clock({ due: '2026-03-03T00:00:00.000Z' });
    const told = (eta: string) => ({ at: '2026-03-02T01:00:00.000Z', by: 1, eta, on: 'told' as const });
    const due = (more: Partial<TicketDetail>) =>
      actionForm('extend', playbook, ticket({ clocks: [open], promises: [], ...more })).known.due;
    expect(due({})).toBe('2026-03-04T00:00:00.000Z');
    expect(due({ promises: [told('2026-03-06T09:00:00.000Z')] })).toBe('2026-03-06T09:00:00.000Z');
    expect(due({ promises: [told('2026-03-02T09:00:00.000Z')] })).toBe('2026-03-04T00:00:00.000Z');
    expect(due({ clocks: [clock({ due: null, status: 'paused' })] })).toBeUndefined();
  });

  test('a clock that runs for several tasks is extended for the one that is chosen', () => {
    const [resolution] = detail.clocks.filter(({ clock }) => clock === 'resolution');
    if (!resolution) return expect.unreachable();
    const runs = [1, 2].map((cycle) => ({ ...resolution, cycle, subject: `task:${cycle}` }));
    const { form, known } = actionForm('extend', playbook, { ...detail, clocks: runs });
    expect(form.fields[0]?.options?.map(({ id, name }) => [id, name.zh])).toEqual([
      ['resolution task:1', `${resolution.name.zh}（T1）`],
      ['resolution task:2', `${resolution.name.zh}（T2）`],
    ]);
    expect(known).toEqual({});
    const said = { clock: 'resolution task:2', due: '2026-03-09T09:00:00Z', reason: '等配件' };
    expect(actionBody('extend', said, detail)).toEqual({ ...said, clock: 'resolution', subject: 'task:2' });
    expect(actionBody('extend', { clock: 'resolution' }, detail)).toEqual({ clock: 'resolution' });
  });
});

test('what is urgent is accepted with a first plan, and the dialog says why', () => {
  const urgentOnly = {
    ...playbook,
    coordination: { uses: [], confirm: [], collaboratorTasks: false, planFor: ['urgent'] },
  };
  const plan = (priority: string) => actionForm('accept', urgentOnly, ticket({ priority })).form.fields[0];
  expect(plan('urgent')).toMatchObject({ id: 'plan', required: true, help: { en: expect.stringContaining('urgent') } });
  expect(plan('normal')).toMatchObject({ id: 'plan', required: false });
});
