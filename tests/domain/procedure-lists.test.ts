import { describe, expect, it } from 'vitest';
import { missingFields } from '../../src/domain/ticket/answers.ts';
import type { Answers } from '../../src/domain/ticket/events.ts';
import type { ShippedId } from './playbook-documents.ts';
import { compiledOf } from './ticket-cast.ts';

/** What the procedures list word for word: channels, kinds of customers and demands, where each kind goes, ratings, what forms demand. */

const ids = (options: readonly { id: string }[]) => options.map(({ id }) => id);
const missing = (id: ShippedId, form: string, answers: Answers) => missingFields(compiledOf(id).form(form), answers);

describe('the demand-response toolkit', () => {
  const { channels, categories, customerTypes, priorities, ratings, ratingDimensions } =
    compiledOf('response-toolkit').source;

  it('hears customers by phone, online, e-mail, social media and at branches, new and existing ones', () => {
    expect(ids(channels)).toEqual(['phone', 'online', 'email', 'social', 'offline']);
    expect(ids(customerTypes)).toEqual(['new', 'existing']);
  });

  it('sends each type where it belongs', () => {
    expect(Object.fromEntries(categories.map(({ id, department }) => [id, department]))).toEqual({
      consultation: 'customer-service',
      complaint: 'complaints',
      suggestion: 'product',
      'service-handling': 'customer-service',
      'technical-fault': 'technical-support',
    });
  });

  it('knows whom each priority reaches, and lets the urgent pass first', () => {
    expect(priorities.map(({ id, reach, greenLane }) => [id, reach, greenLane])).toEqual([
      ['urgent', ['person', 'group'], true],
      ['normal', ['person'], false],
      ['low', ['person', 'group'], false],
    ]);
  });

  it('asks for satisfaction in three degrees and three dimensions', () => {
    expect(ids(ratings)).toEqual(['satisfied', 'fair', 'dissatisfied']);
    expect(ids(ratingDimensions)).toEqual(['response-speed', 'result', 'attitude']);
  });

  it('archives nothing that keeps coming back without a preventive measure', () => {
    const done = { 'is-complete': true };
    expect(missing('response-toolkit', 'archive', done)).toEqual([]);
    expect(missing('response-toolkit', 'archive', { ...done, 'is-repeated': true })).toEqual(['prevention']);
  });
});

describe('quick response', () => {
  const { channels, customerTypes } = compiledOf('quick-response').source;

  it('hears customers by phone, mail, visit, form and otherwise: new, existing, strategic and other ones', () => {
    expect(ids(channels)).toEqual(['phone', 'email', 'visit', 'online', 'other']);
    expect(ids(customerTypes)).toEqual(['new', 'existing', 'strategic', 'other']);
  });

  it('records who, how to reach them, what kind of customer, by which channel, in their words, and what they want', () => {
    expect(missing('quick-response', 'record', {})).toEqual([
      'customer-name',
      'customer-contact',
      'customer-type',
      'channel',
      'description',
      'core-demand',
    ]);
  });

  it('pushes nothing to a department without the core problem and the wanted time', () => {
    expect(missing('quick-response', 'push', { department: 'research' })).toEqual(['core-problem', 'wanted-by']);
  });

  it('tells cause, solution and expected time', () => {
    expect(missing('quick-response', 'solution', {})).toEqual(['cause', 'solution', 'expected']);
  });
});

describe('the resolution flow', () => {
  const { categories, ratings } = compiledOf('resolution-flow').source;

  it('suggests the department that answers for each category', () => {
    expect(Object.fromEntries(categories.map(({ id, department }) => [id, department]))).toMatchObject({
      'product-feature': 'product',
      'system-failure': 'technology',
      'service-experience': 'customer-service',
      logistics: 'logistics',
      'after-sales-consultation': 'after-sales',
    });
  });

  it('starts again for whom is dissatisfied alone', () => {
    expect(ratings.map(({ id, isSatisfied }) => [id, isSatisfied])).toEqual([
      ['satisfied', true],
      ['basically-satisfied', true],
      ['dissatisfied', false],
    ]);
  });
});
