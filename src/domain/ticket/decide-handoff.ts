import { usesOf } from '../coordination/uses.ts';
import { Refusal } from '../refusal.ts';
import { eventActor } from './actor.ts';
import { checkFuture } from './check-time.ts';
import type { DecisionContext } from './context.ts';
import { waitOver } from './decide-stage.ts';
import type { Draft } from './draft.ts';
import type { Happening } from './events.ts';
import { handOffHappenings } from './hand-off.ts';
import { interfaceAfterHandOff } from './interface.ts';
import type { Makers } from './makers.ts';
import { placeOf, stagesThatBind } from './stage-order.ts';
import type { TicketState } from './state.ts';

/** What kind of demand it is, and which department has it. */
type HandOffCommand = 'classify' | 'hand-off' | 'accept' | 'bounce' | 'decline' | 'settle-date' | 'report-obstacle';
export const handOffMakers: Makers<HandOffCommand> = {
  classify: ({ playbook }, draft, { category, priority, reason }) => {
    if (category === undefined && priority === undefined) throw new Refusal('ticket.classify-nothing', 'priority');
    if (category !== undefined) playbook.category(category);
    if (priority !== undefined) playbook.priority(priority);
    const data = { category: category ?? null, priority: priority ?? null };
    draft.add([{ type: 'ticket.classified', data, text: { reason } }]);
  },
  'hand-off': (context, draft, order) => {
    const registeredBy = interfaceAfterHandOff(draft.state, eventActor(context.actor));
    draft.add(handOffHappenings(context, { ...draft.state, registeredBy }, order, (name) => name));
  },
  accept: (context, draft, { plan, eta }) => {
    // Of an erased customer nothing can be said any more.
    const { planFor } = context.playbook.source.coordination ?? {};
    if (plan === '' && draft.state.text !== null && planFor?.includes(draft.state.priority))
      throw new Refusal('handoff.plan-missing', 'plan');
    checkFuture(context, eta, 'eta');
    const owner = ownerAfter(context, draft.state);
    const data = isCounter(context, draft.state, eta) ? { owner, eta, isCounter: true as const } : { owner, eta };
    draft.add([{ type: 'handoff.accepted', data, text: { plan } }]);
  },
  bounce: (context, draft, { reason, fields, note }) => {
    checkFields(context, reason, fields);
    giveBack(context, draft, { type: 'handoff.bounced', data: { reason, fields }, text: { note } });
  },
  decline: (context, draft, { reason }) =>
    giveBack(context, draft, { type: 'handoff.declined', data: {}, text: { reason } }),
  'settle-date': (_, draft, { isAgreed, note }) => {
    const { counterDate, deadline } = draft.state;
    const data = { isAgreed, deadline: isAgreed ? counterDate : deadline };
    draft.add([{ type: 'handoff.date-settled', data, text: { note } }]);
  },
  'report-obstacle': (context, draft, { obstacle, eta }) => {
    checkFuture(context, eta, 'eta');
    draft.add([{ type: 'obstacle.reported', data: { eta }, text: { obstacle } }]);
  },
};

/** Accepted, but for later than was asked: where the playbook knows that, the service side has to settle it. */
function isCounter({ playbook }: DecisionContext, { deadline }: TicketState, eta: number | null): boolean {
  return eta !== null && deadline !== null && eta > deadline && usesOf(playbook).has('counter-date');
}

/** What a department does not take goes back to the stage that handed it off. */
function giveBack(context: DecisionContext, draft: Draft, happening: Happening): void {
  const back = stageThatHandedOff(context, draft.state);
  if (draft.state.wait?.for === 'department') draft.add(waitOver(draft.state));
  draft.add([happening]);
  if (back !== null) draft.add([{ type: 'stage.entered', data: { stage: back }, text: null }]);
}

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
