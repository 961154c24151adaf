import type { OptionLists } from '../../../domain/playbook/field-options.ts';
import type { Playbook, PlaybookField, PlaybookForm, PlaybookOption } from '../../../domain/playbook/schema.ts';
import type { FormValues } from './form-values.ts';

/** What a form needs of its playbook: the lists that its choices come from. */
export type FormPlaybook = OptionLists & Pick<Playbook, 'ratingDimensions'>;

/** For forms that are no playbook's, such as a customer's record. */
export const noPlaybook: FormPlaybook = {
  channels: [],
  customerTypes: [],
  departments: [],
  categories: [],
  priorities: [],
  ratings: [],
  ratingDimensions: [],
};

/** What helps to choose: when a priority applies, examples of a category. */
export function optionHint(playbook: FormPlaybook, field: PlaybookField, optionId: string) {
  if (field.optionsFrom === 'priorities') return priorityHint(playbook.priorities.find(({ id }) => id === optionId));
  if (field.optionsFrom === 'categories') return playbook.categories.find((one) => one.id === optionId)?.examples;
  return undefined;
}

const reachNames = { person: { zh: '个人', en: 'one person' }, group: { zh: '群体', en: 'a group' } } as const;

/** When it applies, and to how many. */
function priorityHint(priority: Playbook['priorities'][number] | undefined): PlaybookOption['name'] | undefined {
  if (!priority?.reach) return priority?.when;
  const { when, reach } = priority;
  const touched = (language: 'zh' | 'en', or: string) => reach.map((one) => reachNames[one][language]).join(or);
  return { zh: `${when.zh}（${touched('zh', '或')}）`, en: `${when.en} (${touched('en', ' or ')})` };
}

/** The department chosen in the same form, whose people are offered first. */
export function departmentOf(playbook: FormPlaybook, form: PlaybookForm, values: FormValues): PlaybookOption | null {
  const chooser = form.fields.find((one) => one.type === 'department');
  const chosen = chooser ? values[chooser.id] : undefined;
  return playbook.departments.find((one) => one.id === chosen) ?? null;
}
