import { describe, expect, test } from 'vitest';
import type { CoordinationView } from '../../src/contract/coordination.ts';
import { actionBodies } from '../../src/contract/ticket-actions.ts';
import { coordinationCommands } from '../../src/domain/coordination/commands.ts';
import { optionsOf } from '../../src/domain/playbook/field-options.ts';
import type { PlaybookField } from '../../src/domain/playbook/schema.ts';
import type { Answers, AnswerValue } from '../../src/domain/ticket/events.ts';
import { completenessOf } from '../../src/web/console/form/completeness.ts';
import { serverProblems } from '../../src/web/console/form/field-problems.ts';
import { toAnswers } from '../../src/web/console/form/form-values.ts';
import { cycleOf } from '../../src/web/console/ticket/clocks/clock-progress.ts';
import { type Ask, dialogForm, hintKey, nameOf } from '../../src/web/console/ticket/coordination/dialog-form.ts';
import { dialogTexts } from '../../src/web/console/ticket/coordination/dialog-texts.ts';
import { knownCells, rowCount, rowFields, withRows } from '../../src/web/console/ticket/coordination/rows.ts';
import { stageSteps } from '../../src/web/console/ticket/stages/stage-steps.ts';
import { clock, playbook, ticket } from './ticket-sample.ts';

const coordination: CoordinationView = {
  uses: ['tasks', 'parties', 'contacts', 'letters', 'meetings', 'solutions'],
  may: [],
  mayNot: [],
  parties: [],
  tasks: [],
  letters: [],
  meetings: [],
  rounds: [],
};
const names = { zh: '技术部', en: 'Technology' };
const parties = [
  { id: 'department:technology', name: names },
  { id: 'customer', name: names },
];
const making = { detail: ticket({ coordination }), coordination, parties, vias: playbook.channels, me: 5 };

const asks: Ask[] = coordinationCommands.flatMap((name): Ask[] => {
  if (name === 'name-party')
    return (['department', 'external', 'customer'] as const).map((kind) => ({ do: name, kind }));
  if (name === 'drop-party') return [{ do: name, item: 'external:1' }];
  if (name === 'answer-solution') return [{ do: name, item: 1, party: 'external:1' }];
  const isNew = /^(note|assign|send|call|circulate)-/.test(name);
  return [{ do: name, item: isNew ? null : 1 }];
});

function filled(field: PlaybookField): AnswerValue {
  switch (field.type) {
    case 'choice':
    case 'department':
      return optionsOf(playbook, field)?.at(-1)?.id ?? '';
    case 'choices':
      return (optionsOf(playbook, field) ?? []).map(({ id }) => id);
    case 'date-time':
      return '2026-03-05T10:00:00.000Z';
    case 'staff':
      return 5;
    case 'staff-list':
      return [5, 6];
    case 'check':
      return true;
    case 'list':
      return [' 第一项 '];
    default:
      return ' 原话 ';
  }
}

describe.each(asks.map((ask) => [nameOf(ask).en, ask] as const))('the dialog %s', (_, ask) => {
  const { fields, rows = [], fixed } = dialogForm(ask, making);

  test('says in both languages what it is for and what it asks', () => {
    expect([dialogTexts.zh[hintKey(ask)], dialogTexts.en[hintKey(ask)]]).not.toContain(undefined);
    const all = [...fields, ...rows.flatMap(({ columns }) => columns)];
    expect(all.flatMap(({ name }) => [name.zh, name.en])).not.toContain(undefined);
  });

  test('asks for exactly what the API takes', () => {
    const form = {
      id: ask.do,
      name: names,
      printed: false,
      fields: [...fields, ...rows.flatMap((row) => rowFields(row, 0))],
    };
    const answers = toAnswers(form, Object.fromEntries(form.fields.map((field) => [field.id, filled(field)])));
    const body: Record<string, unknown> = { ...withRows(rows, answers), ...fixed, version: 3 };
    // A statement is sent as it was spoken.
    if (Array.isArray(body.statements)) body.statements = body.statements.map(({ said }) => said);
    const parsed = actionBodies[ask.do].safeParse(body);
    expect(parsed.error?.issues ?? []).toEqual([]);
  });
});

describe('rows of a dialog', () => {
  const [statements, actions] = dialogForm({ do: 'record-minutes', item: 1 }, making).rows ?? [];
  if (!statements || !actions) throw new Error('minutes have no rows');

  test('begin with what is known or was typed, and leave out what says nothing', () => {
    const group = { ...statements, known: [{ who: 'customer' }] };
    expect(knownCells(group)).toEqual({ 'statements.0.who': 'customer' });
    expect(rowCount(group, {})).toBe(1);
    expect(rowCount(group, { 'statements.2.said': '话', 'statements.4.said': '' })).toBe(3);
    const answers: Answers = { background: '背景', 'statements.0.who': 'customer', 'statements.2.said': '话' };
    expect(withRows([group], answers)).toEqual({ background: '背景', statements: [{ said: '话' }] });
  });

  test('take the server’s word on one of their cells', () => {
    const form = { id: 'm', name: names, printed: false, fields: [0, 1].flatMap((row) => rowFields(actions, row)) };
    const { problems, others } = serverProblems(form, [{ field: 'actions.1.owner', message: '没有责任人' }]);
    expect(problems.map(({ field }) => field)).toEqual(['actions.1.owner']);
    expect(others).toEqual([]);
  });
});

describe('what a solution and a letter ask for', () => {
  test('by when and how each part is done, but for the customer’s own', () => {
    const [items] = dialogForm({ do: 'circulate-solution', item: null }, making).rows ?? [];
    if (!items) throw new Error('a solution has no rows');
    const form = { id: 's', name: names, printed: false, fields: [0, 1].flatMap((row) => rowFields(items, row)) };
    const missing = (values: Record<string, string>) =>
      completenessOf(form, values, [])
        .missing.map(({ id }) => id)
        .filter((id) => /when|how/.test(id));
    expect(missing({ 'items.0.who': 'customer', 'items.1.who': 'department:technology' })).toEqual([
      'items.1.when',
      'items.1.how',
    ]);
  });

  test('the time that the ticket is wanted by stands in the letter already', () => {
    const wantedBy = '2026-03-06T10:00:00.000Z';
    const known = (deadline: string | null) =>
      dialogForm({ do: 'send-letter', item: null }, { ...making, detail: ticket({ coordination, deadline }) }).known;
    expect(known(wantedBy)).toMatchObject({ wantedBy });
    expect(known(null)).not.toHaveProperty('wantedBy');
  });
});

test('clocks about different things are not taken for cycles of each other', () => {
  const runs = ['task:1', 'task:2', 'task:1', null].map((subject, index) =>
    clock({ clock: 'task-due', subject, cycle: index + 1 }),
  );
  expect(runs.map((run) => cycleOf(runs, run))).toEqual([1, 1, 2, 1]);
});

test('stages that a ticket passes over are told apart from those done and ahead', () => {
  const steps = stageSteps(playbook, ticket({ stage: 'analyse', passedOver: ['assign', 'carry-out', 'analyse'] }));
  expect(Object.fromEntries(steps.map(({ stage, state }) => [stage.id, state]))).toMatchObject({
    classify: 'done',
    assign: 'skipped',
    analyse: 'current',
    'carry-out': 'skipped',
    confirm: 'ahead',
  });
});
