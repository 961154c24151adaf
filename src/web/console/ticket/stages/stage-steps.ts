import type { TicketDetail } from '../../../../contract/ticket.ts';
import type { Playbook, PlaybookStage } from '../../../../domain/playbook/schema.ts';
import { stagesInOrder } from '../../../../domain/ticket/stage-order.ts';

export type StageStep = {
  stage: PlaybookStage;
  state: 'done' | 'current' | 'ahead' | 'stopped' | 'skipped';
  /** Second handling sent the ticket back to before this step, which was done once already. */
  isAgain: boolean;
};

type Facts = Pick<TicketDetail, 'stage' | 'status' | 'dismissed' | 'cycle' | 'forms' | 'passedOver'>;

/** The stages along `next` from the first, each where the ticket stands with it. */
export function stageSteps(playbook: Playbook, facts: Facts): StageStep[] {
  const stages = stagesInOrder(playbook);
  const current = stages.findIndex((stage) => stage.id === facts.stage);
  const isOver = facts.status === 'closed';
  return stages.map((stage, index) => ({
    stage,
    state:
      index !== current && facts.passedOver.includes(stage.id)
        ? 'skipped'
        : stateOf(index, current, isOver, facts.dismissed !== null),
    isAgain: facts.cycle > 1 && index >= current && wasSubmitted(facts, stage),
  }));
}

function stateOf(index: number, current: number, isOver: boolean, isDismissed: boolean): StageStep['state'] {
  if (index < current) return 'done';
  if (index > current) return 'ahead';
  if (!isOver) return 'current';
  return isDismissed ? 'stopped' : 'done';
}

function wasSubmitted({ forms, cycle }: Facts, stage: PlaybookStage): boolean {
  return forms.some((one) => one.form === stage.form && one.cycle < cycle);
}
