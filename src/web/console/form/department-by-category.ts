import type { PlaybookForm } from '../../../domain/playbook/schema.ts';
import type { Answers } from '../../../domain/ticket/events.ts';
import type { FormValues } from './form-values.ts';
import type { FormPlaybook } from './options.ts';

/**
 * The department that a category chosen in the same form leads to, as the playbook's table says: over what the server suggested by the category of
 * before, under what the person chooses. Nothing while no category was chosen here, or where the category names no department.
 */
export function departmentByCategory(
  { categories }: Pick<FormPlaybook, 'categories'>,
  { fields }: Pick<PlaybookForm, 'fields'>,
  typed: FormValues,
): Answers {
  const category = fields.find(({ binds }) => binds === 'category');
  const department = fields.find(({ type }) => type === 'department');
  const chosen = category && typed[category.id];
  const code = categories.find(({ id }) => id === chosen)?.department;
  return department && code !== undefined ? { [department.id]: code } : {};
}
