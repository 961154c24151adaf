import type { Gate, PlaybookStage } from '../playbook/schema.ts';
import type { TicketFacts } from './state.ts';

const isMet: Record<Gate, (facts: TicketFacts) => boolean> = {
  classified: (facts) => facts.isClassified,
  'handed-off': (facts) => facts.isHandedOff,
  owned: (facts) => facts.isHandedOff && facts.owner !== null,
  accepted: (facts) => facts.isAccepted,
  'told-result': (facts) => facts.isResultTold,
  verified: (facts) => facts.isVerified,
  'called-back': (facts) => facts.rating !== null,
};

/** Gates of a stage that still hold the ticket back; the stage's own form apart. */
export function openGates(stage: PlaybookStage, facts: TicketFacts): Gate[] {
  return stage.gates.filter((gate) => !isMet[gate](facts));
}
