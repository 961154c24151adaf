import { describe, expect, it } from 'vitest';
import { departmentByCategory } from '../../src/web/console/form/department-by-category.ts';
import { playbookOf } from '../domain/playbook-documents.ts';

const formOf = (playbook: ReturnType<typeof playbookOf>, id: string) => {
  const form = playbook.forms.find((one) => one.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
};

describe('the department of a form in which the category is chosen', () => {
  const flow = playbookOf('resolution-flow');
  const classification = formOf(flow, 'classification');

  it('is that of the category, in every playbook whose form asks for both', () => {
    expect(departmentByCategory(flow, classification, { category: 'logistics' })).toEqual({
      'suggested-department': 'logistics',
    });
    const huiyin = playbookOf('huiyin');
    const handOff = formOf(huiyin, 'handoff-template');
    for (const { id, department } of huiyin.categories) {
      const expected = department === undefined ? {} : { department };
      expect(departmentByCategory(huiyin, handOff, { category: id })).toEqual(expected);
    }
  });

  it('is nobody’s before a category was chosen here, or of one that is not known', () => {
    expect(departmentByCategory(flow, classification, {})).toEqual({});
    expect(departmentByCategory(flow, classification, { category: 'no-such' })).toEqual({});
    expect(departmentByCategory(flow, flow.forms[0] ?? classification, { category: 'logistics' })).toEqual({});
  });
});
