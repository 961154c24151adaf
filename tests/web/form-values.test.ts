import { describe, expect, test } from 'vitest';
import { problemsOf, serverProblems } from '../../src/web/console/form/field-problems.ts';
import { startValues, toAnswers } from '../../src/web/console/form/form-values.ts';
import { field, form } from './form-playbook.ts';

const context = { dimensionIds: [], now: Date.parse('2026-03-02T10:00:00+08:00') };

describe('answers', () => {
  test('are trimmed; what is empty or foreign is left out; a box is always yes or no', () => {
    const analysis = form(
      field('cause'),
      field('demands', { type: 'list' }),
      field('verified', { type: 'check' }),
      field('note'),
      field('people', { type: 'staff-list' }),
      field('hours', { type: 'number' }),
    );
    const values = {
      cause: ' 缓存 ',
      demands: [' 退款', ' ', '道歉 '],
      verified: false,
      note: ' ',
      people: [3],
      hours: 0,
      x: 'x',
    };
    expect(toAnswers(analysis, values)).toEqual({
      cause: '缓存',
      demands: ['退款', '道歉'],
      verified: false,
      people: [3],
      hours: 0,
    });
  });

  test('what was typed stays over what the server knows, even when it was emptied; the rest follows the server', () => {
    const task = form(field('owner'), field('requirement'), field('deadline'));
    const known = { owner: 7, requirement: 'old', deadline: '2026-03-02T10:00:00Z', other: 'x' };
    expect(startValues(task, known, { requirement: '' })).toEqual({
      owner: 7,
      requirement: '',
      deadline: '2026-03-02T10:00:00Z',
    });
  });
});

describe('problems', () => {
  const register = form(
    field('description', { type: 'long-text', required: true, maxLength: 5 }),
    field('channel', { type: 'choice', required: true }),
    field('received', { type: 'date-time', binds: 'received-at' }),
    field('deadline', { type: 'date-time', binds: 'deadline' }),
    field('called', { type: 'date-time', past: true }),
  );

  test('say typing or choosing, by how much a text is too long, and that receipt cannot lie ahead', () => {
    const later = '2026-03-02T11:00:00+08:00';
    expect(problemsOf(register, { description: '', received: later, deadline: later, called: later }, context)).toEqual(
      [
        { field: 'description', code: 'required' },
        { field: 'channel', code: 'required-choice' },
        { field: 'received', code: 'future-time' },
        { field: 'called', code: 'future-time' },
      ],
    );
    const wrong = { description: ' 1234567 ', channel: 'phone', received: '2026-02-30T25:00' };
    expect(problemsOf(register, wrong, context)).toEqual([
      { field: 'description', code: 'too-long', max: 5, over: 2 },
      { field: 'received', code: 'bad-time' },
    ]);
  });

  test('from the server find their field by path; the others are kept', () => {
    const found = serverProblems(register, [
      { field: 'answers.description', message: 'too short' },
      { field: 'body/answers/channel', message: 'unknown' },
      { field: 'version', message: 'stale' },
    ]);
    expect(found.problems).toEqual([
      { field: 'description', code: 'server', message: 'too short' },
      { field: 'channel', code: 'server', message: 'unknown' },
    ]);
    expect(found.others).toEqual([{ field: 'version', message: 'stale' }]);
  });
});
