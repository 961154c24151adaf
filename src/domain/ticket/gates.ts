import { isLetterOpen, isTaskOpen } from '../coordination/state.ts';
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
  'parties-named': ({ coordination }) => coordination?.parties.some(({ role }) => role === 'responsible') ?? false,
  'letters-answered': ({ coordination }) => !coordination?.letters.some(isLetterOpen),
  'meetings-minuted': ({ coordination }) => !coordination?.meetings.some(({ status }) => status === 'called'),
  'tasks-done': ({ coordination }) => !coordination?.tasks.some(isTaskOpen),
  agreed: ({ coordination }) => {
    const status = coordination?.rounds.at(-1)?.status;
    return status === 'agreed' || status === 'overruled';
  },
};

/** Gates of a stage that still hold the ticket back; the stage's own form apart. */
export function openGates(stage: PlaybookStage, facts: TicketFacts): Gate[] {
  return stage.gates.filter((gate) => !isMet[gate](facts));
}
