import { describe, expect, test } from 'vitest';
import { completenessOf, isRequired } from '../../src/web/console/form/completeness.ts';
import { field, form } from './form-playbook.ts';

const none: string[] = [];

describe('what a form still misses', () => {
  const callback = form(
    field('rating', { type: 'choice', required: true }),
    field('why', { type: 'long-text', requiredWhen: { field: 'rating', is: ['dissatisfied'] } }),
    field('dimensions', { type: 'rating-dimensions', required: true }),
    field('remark', { type: 'long-text' }),
  );

  test('counts only required fields, in the order of the form', () => {
    const found = completenessOf(callback, {}, ['speed']);
    expect(found.missing.map(({ id }) => id)).toEqual(['rating', 'dimensions']);
    expect(found).toMatchObject({ requiredCount: 2, filledCount: 0, isComplete: false });
  });

  test('asks for the reason only of a dissatisfied customer', () => {
    const satisfied = completenessOf(callback, { rating: 'satisfied', dimensions: { speed: 'good' } }, ['speed']);
    expect(satisfied.isComplete).toBe(true);
    const dissatisfied = completenessOf(callback, { rating: 'dissatisfied', dimensions: { speed: 'good' } }, ['speed']);
    expect(dissatisfied.missing.map(({ id }) => id)).toEqual(['why']);
    expect(dissatisfied.requiredCount).toBe(3);
  });

  test('wants every dimension rated', () => {
    const half = { rating: 'satisfied', dimensions: { speed: 'good' } };
    expect(completenessOf(callback, half, ['speed', 'attitude']).missing.map(({ id }) => id)).toEqual(['dimensions']);
    expect(completenessOf(callback, { rating: 'satisfied' }, none).isComplete).toBe(true);
  });

  test.each([
    ['blank text', '   '],
    ['an empty list', []],
    ['a list of blanks', ['', ' ']],
    ['an unticked box', false],
    ['no number', Number.NaN],
  ])('takes %s for no answer', (_, value) => {
    expect(completenessOf(form(field('a', { required: true })), { a: value }, none).isComplete).toBe(false);
  });
});

describe('a condition', () => {
  const depends = (is: (string | boolean)[]) => field('b', { requiredWhen: { field: 'a', is } });
  test('counts an untouched box as no', () => {
    expect(isRequired(depends([false]), {})).toBe(true);
    expect(isRequired(depends([true]), {})).toBe(false);
    expect(isRequired(depends([true]), { a: true })).toBe(true);
  });
  test('holds when any of several choices is one of those named', () => {
    expect(isRequired(depends(['x', 'y']), { a: ['q', 'y'] })).toBe(true);
    expect(isRequired(depends(['x']), { a: ['q', 'y'] })).toBe(false);
  });
});
