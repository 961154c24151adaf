import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { PlaybookStage } from '../playbook/schema.ts';
import type { Binding } from '../playbook/schema-form.ts';

/** The way of a ticket: the stages from the first along `next`, wherever the document lists them. */

const orders = new WeakMap<CompiledPlaybook, readonly PlaybookStage[]>();

export function stagesInOrder(playbook: CompiledPlaybook): readonly PlaybookStage[] {
  const known = orders.get(playbook);
  if (known) return known;
  const order: PlaybookStage[] = [playbook.firstStage];
  for (let next = playbook.firstStage.next; next !== undefined; ) {
    const stage = playbook.stage(next);
    if (order.includes(stage)) break;
    order.push(stage);
    next = stage.next;
  }
  orders.set(playbook, order);
  return order;
}

/** How far on its way a stage is; 0 is the first. */
export function placeOf(playbook: CompiledPlaybook, stage: string): number {
  return stagesInOrder(playbook).findIndex((one) => one.id === stage);
}

/** The stage that a form belongs to; -1 for a form that no stage asks for. */
export function placeOfForm(playbook: CompiledPlaybook, form: string): number {
  return stagesInOrder(playbook).findIndex((one) => one.form === form);
}

/** The stages whose form says this of a ticket. */
export function stagesThatBind(playbook: CompiledPlaybook, binding: Binding): PlaybookStage[] {
  return stagesInOrder(playbook).filter(
    ({ form }) => form !== undefined && playbook.form(form).fields.some((field) => field.binds === binding),
  );
}
