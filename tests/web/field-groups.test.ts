import { describe, expect, it } from 'vitest';
import { compilePlaybook } from '../../src/domain/playbook/compile.ts';
import { fieldGroups, inCallOrder } from '../../src/web/console/register/field-groups.ts';
import { playbookOf, shippedIds } from '../domain/playbook-documents.ts';

const grouped = (playbook: Parameters<typeof playbookOf>[0]) => {
  const form = compilePlaybook(playbookOf(playbook)).firstForm;
  const groups = fieldGroups(form, {});
  return { form, customer: groups.customer.map(({ id }) => id), demand: groups.demand.map(({ id }) => id) };
};

describe('the fields of a registration', () => {
  it('ask who it is first, and whether there is a number just before the number', () => {
    const { customer, demand } = grouped('huiyin');
    expect(customer).toEqual([
      'customer-contact',
      'customer-name',
      'customer-standing',
      'customer-number',
      'customer-type',
    ]);
    expect(demand).not.toContain('customer-standing');
    expect(grouped('handoff').customer.slice(2, 4)).toEqual(['customer-standing', 'customer-number']);
  });

  it('leave a channel that decides on the contact where it belongs', () => {
    const { customer } = grouped('resolution-flow');
    expect(customer).not.toContain('channel');
    expect(customer[0]).toBe('customer-contact');
  });

  it.each(shippedIds)('of %s are all there, each once', (playbook) => {
    const { form } = grouped(playbook);
    const sorted = (fields: readonly { id: string }[]) => fields.map(({ id }) => id).sort();
    expect(sorted(inCallOrder(form).fields)).toEqual(sorted(form.fields));
  });
});
