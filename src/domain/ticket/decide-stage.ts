import type { PlaybookStage } from '../playbook/schema.ts';
import type { DecisionContext } from './context.ts';
import type { Draft } from './draft.ts';
import type { Happening } from './events.ts';
import { openGates } from './gates.ts';
import { nextNeeded } from './stage-condition.ts';
import { placeOf } from './stage-order.ts';
import type { TicketState } from './state.ts';

/** How a ticket moves along the stages of its playbook. */

/** Leaves the current stage for the one that follows; the last stage's end closes the ticket. */
export function completeStage(context: DecisionContext, draft: Draft): void {
  draft.add([{ type: 'stage.completed', data: { stage: draft.state.stage }, text: null }]);
  enterNext(context, draft);
}

export function enterNext(context: DecisionContext, draft: Draft): void {
  const next = nextNeeded(context.playbook.source, draft.state);
  if (next) enterStage(context, draft, next.id);
  else draft.add([...waitOver(draft.state), { type: 'ticket.closed', data: {}, text: null }]);
}

/** What ends a wait that is going on: a ticket that closes or starts again waits for nobody. */
export function waitOver({ wait }: Pick<TicketState, 'wait'>): Happening[] {
  return wait ? [{ type: 'wait.ended', data: { for: wait.for }, text: null }] : [];
}

export function enterStage(context: DecisionContext, draft: Draft, stage: string): void {
  draft.add([{ type: 'stage.entered', data: { stage }, text: null }]);
  const isResolved = context.playbook.stage(stage).status === 'resolved';
  if (isResolved && draft.state.resolvedAt === null) draft.add([{ type: 'ticket.resolved', data: {}, text: null }]);
}

/** Stages without a form end by themselves once their gates are met. */
export function autoAdvance(context: DecisionContext, draft: Draft): void {
  for (let steps = 0; steps < context.playbook.source.stages.length; steps++) {
    const { state } = draft;
    const stage = context.playbook.stage(state.stage);
    if (state.status === 'closed' || stage.form !== undefined || openGates(context.playbook, stage, state).length > 0)
      return;
    completeStage(context, draft);
  }
}

/** Where dissatisfaction sends a ticket: as its stage says, else as the first stage that says anything, else to the second stage. */
function restartOf(context: DecisionContext, stage: PlaybookStage): { to: string; escalate: string } {
  const { stages } = context.playbook.source;
  const said = stage.dissatisfied ?? stages.find((one) => one.dissatisfied)?.dissatisfied;
  return said ?? { to: context.playbook.firstStage.next ?? context.playbook.firstStage.id, escalate: 'supervisor' };
}

/** Second handling: a new cycle; one level higher when it is the customer who asks for it. */
export function reopen(context: DecisionContext, draft: Draft, cause: 'dissatisfied' | 'manual', reason: string): void {
  const { playbook } = context;
  const { state } = draft;
  const { to, escalate } = restartOf(context, playbook.stage(state.stage));
  // A ticket that was dismissed early on goes on where it was: stages that it never passed are not skipped.
  const stage = placeOf(playbook, state.stage) < placeOf(playbook, to) ? state.stage : to;
  const happenings: Happening[] = [
    ...waitOver(state),
    { type: 'ticket.reopened', data: { cycle: state.cycle + 1, stage, cause }, text: { reason } },
  ];
  if (cause === 'dissatisfied') {
    happenings.push({
      type: 'ticket.escalated',
      data: { level: state.escalation + 1, to: escalate, cause, clock: null },
      text: { reason },
    });
  }
  draft.add(happenings);
  enterStage(context, draft, stage);
}
