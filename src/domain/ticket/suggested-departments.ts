import type { CompiledPlaybook } from '../playbook/compile.ts';
import { stagesInOrder } from './stage-order.ts';
import type { TicketFacts } from './state.ts';

/** Whom the answers given so far make responsible, first of all, and parties: as the latest of them that names departments says. */
export function suggestedDepartments(
  playbook: CompiledPlaybook,
  { forms }: Pick<TicketFacts, 'forms'>,
): readonly string[] {
  for (const { form } of stagesInOrder(playbook.source).toReversed()) {
    const answers = form === undefined ? undefined : forms[form]?.answers;
    if (form === undefined || answers === undefined) continue;
    for (const { id, options = [] } of playbook.form(form).fields) {
      const departments = options.find((option) => option.id === answers[id])?.departments;
      if (departments) return departments;
    }
  }
  return [];
}
