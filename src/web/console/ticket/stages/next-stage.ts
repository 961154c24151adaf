import type { TicketDetail } from '../../../../contract/ticket.ts';
import type { Playbook, PlaybookForm, PlaybookStage } from '../../../../domain/playbook/schema.ts';
import type { Binding } from '../../../../domain/playbook/schema-form.ts';
import type { Answers } from '../../../../domain/ticket/events.ts';
import { isNeeded } from '../../../../domain/ticket/stage-condition.ts';

type Known = Pick<TicketDetail, 'stage' | 'category' | 'priority' | 'forms'>;

/** Where the ticket goes when this form is sent with these answers: stages that they make needless are passed over. */
export function nextStage(
  { stages }: Pick<Playbook, 'stages'>,
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
    category: bound('category') ?? category,
    priority: bound('priority') ?? priority,
    forms: Object.fromEntries([...forms, { form: form.id, answers }].map((one) => [one.form, one])),
  };
  const after = (one: PlaybookStage | undefined) => stages.find(({ id }) => id === one?.next);
  let next = after(stages.find(({ id }) => id === stage));
  for (let steps = 0; next && !isNeeded(next, facts) && steps < stages.length; steps++) next = after(next);
  return next;
}
