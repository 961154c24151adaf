import { isPrivate } from '../../../domain/playbook/compile.ts';
import type { PlaybookForm } from '../../../domain/playbook/schema.ts';

/** Of a form about an erased customer only the fields that can still be kept: no free text. */
export function keptForm(form: PlaybookForm, isErased: boolean): PlaybookForm {
  return isErased ? { ...form, fields: form.fields.filter((field) => !isPrivate(field)) } : form;
}
