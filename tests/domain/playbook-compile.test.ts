import { describe, expect, it } from 'vitest';
import { compilePlaybook } from '../../src/domain/playbook/compile.ts';
import { playbookOf } from './playbook-documents.ts';

const flow = compilePlaybook(playbookOf('resolution-flow'));
const kit = compilePlaybook(playbookOf('response-toolkit'));

describe('a compiled playbook', () => {
  it('begins with its first stage and the form of it', () => {
    expect(flow.firstStage.id).toBe('register');
    expect(flow.firstForm.id).toBe('feedback-register');
  });

  it('finds everything by its id', () => {
    expect(flow.stage('carry-out').form).toBe('execution-record');
    expect(flow.form('task-order').name.zh).toBe('任务分配单');
    expect(flow.category('logistics').department).toBe('logistics');
    expect(flow.rating('dissatisfied').isSatisfied).toBe(false);
    expect(flow.channel('phone').name.zh).toBe('电话');
    expect(['urgent', 'important', 'normal'].map(flow.priorityRank)).toEqual([0, 1, 2]);
    expect(['urgent', 'important', 'normal'].map(flow.greenLane)).toEqual([true, false, false]);
  });

  it.each(['stage', 'form', 'clock', 'category', 'priority', 'rating', 'channel'] as const)(
    'refuses an unknown %s by name, with those there are',
    (thing) => {
      const refusal = { code: `playbook.${thing}-unknown`, field: thing, details: { given: 'nope' } };
      expect(() => flow[thing]('nope')).toThrow(expect.objectContaining({ ...refusal, details: expect.anything() }));
      try {
        flow[thing]('nope');
      } catch (error) {
        expect(error).toMatchObject(refusal);
      }
    },
  );

  it('knows which answers a field takes and which may name a person', () => {
    const field = (form: string, id: string) => {
      const found = flow.form(form).fields.find((one) => one.id === id);
      if (!found) throw new Error(id);
      return found;
    };
    expect(flow.optionsOf(field('classification', 'priority'))).toEqual(new Set(['urgent', 'important', 'normal']));
    expect(flow.optionsOf(field('classification', 'reach'))).toEqual(new Set(['one', 'several', 'many']));
    expect(flow.optionsOf(field('classification', 'suggested-department'))?.has('technology')).toBe(true);
    expect(flow.optionsOf(field('task-order', 'owner'))).toBeNull();
    expect(flow.optionsOf({ ...field('classification', 'reach') })).toEqual(new Set(['one', 'several', 'many']));
    expect(flow.isPrivate(field('feedback-register', 'phenomenon'))).toBe(true);
    expect(flow.isPrivate(field('execution-record', 'steps'))).toBe(true);
    expect(flow.isPrivate(field('classification', 'priority'))).toBe(false);
    expect(flow.isPrivate(field('task-order', 'deadline'))).toBe(false);
  });
});

/** The tables of the procedures, as promised to customers. */
describe('the promises', () => {
  it.each([
    ['handling-start', 'urgent', '2h'],
    ['handling-start', 'important', '4h'],
    ['handling-start', 'normal', '24h'],
    ['resolution', 'urgent', '24h'],
    ['resolution', 'important', '48h'],
    ['resolution', 'normal', '72h'],
    ['progress-update', 'urgent', '24h'],
    ['progress-update', 'important', '24h'],
    ['progress-update', 'normal', '24h'],
    ['urgent-progress', 'urgent', '15m'],
    ['urgent-progress', 'important', null],
    ['urgent-progress', 'normal', null],
  ])('of the resolution flow: %s, %s within %s', (clock, priority, target) => {
    expect(flow.targetFor(clock, priority)).toBe(target);
  });

  it.each([
    ['response', 'urgent', '15m'],
    ['response', 'normal', '1h'],
    ['response', 'low', '4h'],
    ['resolution', 'urgent', '2h'],
    ['resolution', 'normal', '24h'],
    ['resolution', 'low', '3wd'],
  ])('of the response toolkit: %s, %s within %s', (clock, priority, target) => {
    expect(kit.targetFor(clock, priority)).toBe(target);
  });

  it('made to suggestions are made to nothing else', () => {
    expect(kit.targetFor('suggestion-news', 'low', 'suggestion')).toBe('20wd');
    expect(kit.targetFor('suggestion-news', 'low', 'complaint')).toBeNull();
    expect(kit.targetFor('suggestion-news', 'low', null)).toBeNull();
    expect(kit.targetFor('suggestion-news', 'low')).toBeNull();
  });

  it('given to one ticket come from its own times', () => {
    expect(flow.targetFor('task-deadline', 'normal')).toBeNull();
    expect(flow.promisedBy('task-deadline', 'normal')).toBe('deadline');
    expect(kit.promisedBy('estimate', 'low')).toBe('eta');
    expect(kit.promisedBy(kit.clock('resolution'), 'low')).toBeNull();
    const urgentOnly = { ...flow.clock('task-deadline'), priorities: ['urgent'] };
    expect(flow.promisedBy(urgentOnly, 'normal')).toBeNull();
  });

  it('refuse a priority that the playbook does not have', () => {
    expect(() => flow.targetFor('resolution', 'low')).toThrow(
      expect.objectContaining({ code: 'playbook.priority-unknown' }),
    );
  });
});
