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
  if (field.optionsFrom === 'priorities') return playbook.priorities.find((one) => one.id === optionId)?.when;
  if (field.optionsFrom === 'categories') return playbook.categories.find((one) => one.id === optionId)?.examples;
  return undefined;
}

/** The department chosen in the same form, whose people are offered first. */
export function departmentOf(playbook: FormPlaybook, form: PlaybookForm, values: FormValues): PlaybookOption | null {
  const chooser = form.fields.find((one) => one.type === 'department');
  const chosen = chooser ? values[chooser.id] : undefined;
  return playbook.departments.find((one) => one.id === chosen) ?? null;
}
