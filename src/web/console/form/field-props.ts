import type { StaffView } from '../../../contract/organisation.ts';
import type { PlaybookField, PlaybookForm } from '../../../domain/playbook/schema.ts';
import type { AnswerValue } from '../../../domain/ticket/events.ts';
import type { FormValues } from './form-values.ts';
import type { FormPlaybook } from './options.ts';

/** What every input of a form is given. `aria` goes onto the element that takes the keyboard. */
export type InputProps = {
  id: string;
  field: PlaybookField;
  form: PlaybookForm;
  playbook: FormPlaybook;
  staff: readonly StaffView[];
  /** The whole form, where one answer narrows another (people of the chosen department first). */
  values: FormValues;
  value: AnswerValue | undefined;
  onChange: (value: AnswerValue) => void;
  onLeave: () => void;
  isDisabled: boolean;
  aria: { 'aria-required': boolean; 'aria-invalid': boolean; 'aria-describedby': string | undefined };
  labelId: string;
};
