import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldType } from '../../src/domain/playbook/schema-form.ts';
import { missingFields } from '../../src/domain/ticket/answers.ts';
import type { AnswerValue } from '../../src/domain/ticket/events.ts';
import { completenessOf, isRequired } from '../../src/web/console/form/completeness.ts';
import { toAnswers } from '../../src/web/console/form/form-values.ts';
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
    ['no number', Number.NaN],
  ])('takes %s for no answer', (_, value) => {
    expect(completenessOf(form(field('a', { required: true })), { a: value }, none).isComplete).toBe(false);
  });
});

describe('a yes-or-no question', () => {
  const verified = form(field('verified', { type: 'check', required: true }));
  test('is answered by no as well as by yes, and open until then', () => {
    expect(completenessOf(verified, {}, none).isComplete).toBe(false);
    expect(completenessOf(verified, { verified: false }, none).isComplete).toBe(true);
    expect(completenessOf(verified, { verified: true }, none).isComplete).toBe(true);
  });
});

describe('a condition', () => {
  const depends = (is: (string | boolean)[]) => field('b', { requiredWhen: { field: 'a', is } });
  test('holds only for the answer given, never for an untouched field', () => {
    expect(isRequired(depends([false]), {})).toBe(false);
    expect(isRequired(depends([false]), { a: false })).toBe(true);
    expect(isRequired(depends([true]), { a: true })).toBe(true);
    expect(isRequired(depends(['x', 'y']), { a: 'y' })).toBe(true);
    expect(isRequired(depends(['x', 'y']), { a: 'z' })).toBe(false);
  });
});

describe('the engine', () => {
  const types: FieldType[] = [
    'text',
    'long-text',
    'list',
    'number',
    'date-time',
    'choice',
    'choices',
    'check',
    'staff',
  ];
  const value = fc.oneof(
    fc.constantFrom<AnswerValue>('', '  ', 'x', true, false, 3),
    fc.array(fc.constantFrom('', ' ', 'a'), { maxLength: 3 }),
  );
  const anyField = fc.record({
    type: fc.constantFrom(...types),
    required: fc.boolean(),
    when: fc.constantFrom('x', true, false),
  });

  test('misses the same fields of what is sent as the form did', () => {
    fc.assert(
      fc.property(
        fc.array(anyField, { minLength: 1, maxLength: 6 }),
        fc.array(value, { maxLength: 6 }),
        (shapes, given) => {
          const fields = shapes.map(({ type, required, when }, index) =>
            field(`f${index}`, { type, required, ...(required ? {} : { requiredWhen: { field: 'f0', is: [when] } }) }),
          );
          const any = form(...fields);
          const values = Object.fromEntries(given.map((one, index) => [`f${index}`, one]));
          const told = completenessOf(any, toAnswers(any, values), none).missing.map(({ id }) => id);
          expect(told).toEqual(missingFields(any, toAnswers(any, values)));
        },
      ),
    );
  });
});
