import type { TicketDetail } from '../../../../contract/ticket.ts';
import type { Playbook, PlaybookForm, PlaybookStage } from '../../../../domain/playbook/schema.ts';
import type { Binding } from '../../../../domain/playbook/schema-form.ts';
import type { Answers } from '../../../../domain/ticket/events.ts';
import { nextNeeded } from '../../../../domain/ticket/stage-condition.ts';

type Known = Pick<TicketDetail, 'stage' | 'category' | 'priority' | 'forms'>;

/** Where the ticket goes when this form is sent with these answers: stages that they make needless are passed over. */
export function nextStage(
  playbook: Pick<Playbook, 'stages'>,
  { stage, category, priority, forms }: Known,
  form: PlaybookForm,
  answers: Answers,
): PlaybookStage | undefined {
  const bound = (binding: Binding) => {
    const field = form.fields.find(({ binds }) => binds === binding);
    const value = field && answers[field.id];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const facts = {
    stage,
    category: bound('category') ?? category,
    priority: bound('priority') ?? priority,
    forms: Object.fromEntries([...forms, { form: form.id, answers }].map((one) => [one.form, one])),
  };
  return nextNeeded(playbook, facts);
}
