import type { Playbook, PlaybookField, PlaybookOption } from './schema.ts';

/** The lists of a playbook that the options of a field may come from. */
export type OptionLists = Pick<
  Playbook,
  'channels' | 'customerTypes' | 'departments' | 'categories' | 'priorities' | 'ratings'
>;

/** What may be chosen in a field: its own options, else those of the list it names; departments are the playbook's. Null where nothing is chosen. */
export function optionsOf(lists: OptionLists, field: PlaybookField): readonly PlaybookOption[] | null {
  if (field.options) return field.options;
  if (field.type === 'department') return lists.departments;
  switch (field.optionsFrom) {
    case 'channels':
      return lists.channels;
    case 'customer-types':
      return lists.customerTypes;
    case 'categories':
      return lists.categories;
    case 'priorities':
      return lists.priorities;
    case 'ratings':
      return lists.ratings;
    case undefined:
      return null;
  }
}

/** The features and steps that tickets of a playbook may be about: what may be chosen in its fields that bind `topic`. */
export function topicOptions({ forms, ...lists }: OptionLists & Pick<Playbook, 'forms'>): readonly PlaybookOption[] {
  const fields = forms.flatMap((form) => form.fields.filter(({ binds }) => binds === 'topic'));
  return fields.flatMap((field) => optionsOf(lists, field) ?? []);
}
