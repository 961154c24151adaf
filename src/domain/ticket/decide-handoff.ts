import { Refusal } from '../refusal.ts';
import { checkFuture } from './check-future.ts';
import type { DecisionContext } from './context.ts';
import { waitOver } from './decide-stage.ts';
import { handOffHappening } from './hand-off.ts';
import type { Makers } from './makers.ts';
import { placeOf, stagesThatBind } from './stage-order.ts';
import type { TicketState } from './state.ts';

/** What kind of demand it is, and which department has it. */
export const handOffMakers: Makers<'classify' | 'hand-off' | 'accept' | 'bounce'> = {
  classify: ({ playbook }, draft, { category, priority, reason }) => {
    if (category === undefined && priority === undefined) throw new Refusal('ticket.classify-nothing', 'priority');
    if (category !== undefined) playbook.category(category);
    if (priority !== undefined) playbook.priority(priority);
    const data = { category: category ?? null, priority: priority ?? null };
    draft.add([{ type: 'ticket.classified', data, text: { reason } }]);
  },
  'hand-off': (context, draft, order) => draft.add([handOffHappening(context, draft.state, order, (name) => name)]),
  accept: (context, draft, { plan, eta }) => {
    checkFuture(context, eta, 'eta');
    draft.add([{ type: 'handoff.accepted', data: { owner: ownerAfter(context, draft.state), eta }, text: { plan } }]);
  },
  bounce: (context, draft, { reason, fields, note }) => {
    checkFields(context, reason, fields);
    const back = stageThatHandedOff(context, draft.state);
    if (draft.state.wait?.for === 'department') draft.add(waitOver(draft.state));
    draft.add([{ type: 'handoff.bounced', data: { reason, fields }, text: { note } }]);
    if (back !== null) draft.add([{ type: 'stage.entered', data: { stage: back }, text: null }]);
  },
};

/** Work that was handed to a department without a name belongs to whoever of it accepts; a stand-in accepts for the others. */
function ownerAfter({ actor }: DecisionContext, { owner, department }: TicketState): number | null {
  if (owner !== null || actor.kind !== 'staff' || department === null) return owner;
  return actor.departments.includes(department) ? actor.id : null;
}

/** The review counts which missing fields stall demands, so it must be said which they are. */
function checkFields({ playbook }: DecisionContext, reason: string, fields: readonly string[]): void {
  if (reason === 'missing-field' && fields.length === 0) throw new Refusal('handoff.missing-fields-unnamed', 'fields');
  const known = new Set(playbook.source.forms.flatMap((form) => form.fields.map((field) => field.id)));
  const index = fields.findIndex((field) => !known.has(field));
  if (index >= 0) throw new Refusal('form.field-unknown', `fields.${index}`, { given: fields[index] });
}

/** A bounced hand-off goes back to the stage whose form says the department; null when no passed stage does. */
function stageThatHandedOff({ playbook }: DecisionContext, state: TicketState): string | null {
  const here = placeOf(playbook, state.stage);
  const back = stagesThatBind(playbook, 'department').findLast((stage) => {
    const place = placeOf(playbook, stage.id);
    return place > 0 && place < here;
  });
  return back?.id ?? null;
}
