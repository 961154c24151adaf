import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { Playbook, PlaybookStage } from '../playbook/schema.ts';
import { stagesInOrder } from './stage-order.ts';
import type { TicketFacts } from './state.ts';

/** Stages that only some tickets pass. */

type Known = Pick<TicketFacts, 'priority' | 'category'> & {
  forms: Record<string, Pick<TicketFacts['forms'][string], 'answers'>>;
};

/** Whether everything holds that the stage asks for; a stage without a condition is always needed. */
export function isNeeded({ when }: PlaybookStage, { forms, priority, category }: Known): boolean {
  if (!when) return true;
  if (when.priorities && !when.priorities.includes(priority)) return false;
  if (when.categories && (category === null || !when.categories.includes(category))) return false;
  if (when.form === undefined || when.field === undefined || !when.is) return true;
  const answer = forms[when.form]?.answers[when.field];
  return (typeof answer === 'string' || typeof answer === 'boolean') && when.is.includes(answer);
}

/** The stage that follows the current one; undefined when none does, which closes the ticket. */
export function nextNeeded(
  playbook: Pick<Playbook, 'stages'>,
  facts: Known & Pick<TicketFacts, 'stage'>,
): PlaybookStage | undefined {
  const order = stagesInOrder(playbook);
  const here = order.findIndex(({ id }) => id === facts.stage);
  return order.slice(here + 1).find((stage) => isNeeded(stage, facts));
}

/** Stages that the ticket passes over as things stand. */
export function passedOver(playbook: CompiledPlaybook, facts: Known): string[] {
  return stagesInOrder(playbook.source)
    .filter((stage) => !isNeeded(stage, facts))
    .map(({ id }) => id);
}
