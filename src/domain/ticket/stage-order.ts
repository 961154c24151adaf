import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { Playbook, PlaybookStage } from '../playbook/schema.ts';
import type { Binding } from '../playbook/schema-form.ts';

/** The way of a ticket: the stages from the first along `next`, wherever the document lists them. */

const orders = new WeakMap<Playbook['stages'], readonly PlaybookStage[]>();

export function stagesInOrder({ stages }: Pick<Playbook, 'stages'>): readonly PlaybookStage[] {
  const known = orders.get(stages);
  if (known) return known;
  const order: PlaybookStage[] = [];
  for (
    let stage = stages[0];
    stage && !order.includes(stage);
    stage = stages.find(({ id }) => id === order.at(-1)?.next)
  )
    order.push(stage);
  orders.set(stages, order);
  return order;
}

/** How far on its way a stage is; 0 is the first. */
export function placeOf(playbook: CompiledPlaybook, stage: string): number {
  return stagesInOrder(playbook.source).findIndex((one) => one.id === stage);
}

/** The stage that a form belongs to; -1 for a form that no stage asks for. */
export function placeOfForm(playbook: CompiledPlaybook, form: string): number {
  return stagesInOrder(playbook.source).findIndex((one) => one.form === form);
}

/** The stages whose form says this of a ticket. */
export function stagesThatBind(playbook: CompiledPlaybook, binding: Binding): PlaybookStage[] {
  return stagesInOrder(playbook.source).filter(
    ({ form }) => form !== undefined && playbook.form(form).fields.some((field) => field.binds === binding),
  );
}
