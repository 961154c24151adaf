import type { TicketDetail } from '../../../contract/ticket.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import type { Binding } from '../../../domain/playbook/schema-form.ts';

/** What the forms say to a binding, each form by its latest answer, in the playbook's order; forms not filled in yet say nothing. */
export function givenAnswers(
  { forms }: Pick<TicketDetail, 'forms'>,
  playbook: Pick<Playbook, 'forms'>,
  binding: Binding,
): unknown[] {
  return playbook.forms.flatMap((form) =>
    form.fields
      .filter(({ binds }) => binds === binding)
      .map(({ id }) => forms.findLast((one) => one.form === form.id)?.answers[id])
      .filter((answer) => answer !== undefined),
  );
}
