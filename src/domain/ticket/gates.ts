import { isSettled } from '../coordination/parties-asked.ts';
import { isLetterOpen, isTaskOpen } from '../coordination/state.ts';
import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { Gate, PlaybookStage } from '../playbook/schema.ts';
import type { TicketFacts } from './state.ts';

type Known = Pick<CompiledPlaybook, 'source'>;

const isMet: Record<Gate, (facts: TicketFacts, playbook: Known) => boolean> = {
  classified: (facts) => facts.isClassified,
  'handed-off': (facts) => facts.isHandedOff,
  owned: (facts) => facts.isHandedOff && facts.owner !== null,
  accepted: (facts) => facts.isAccepted,
  'told-result': (facts) => facts.isResultTold,
  'told-news': (facts) => facts.isNewsTold === true,
  verified: (facts) => facts.isVerified,
  'called-back': (facts) => facts.rating !== null,
  'parties-named': ({ coordination }) => coordination?.parties.some(({ role }) => role === 'responsible') ?? false,
  'letters-answered': ({ coordination }) => !coordination?.letters.some(isLetterOpen),
  'meetings-minuted': ({ coordination }) => !coordination?.meetings.some(({ status }) => status === 'called'),
  'tasks-done': ({ coordination }) => !coordination?.tasks.some(isTaskOpen),
  agreed: (facts, playbook) => isSettled(playbook, facts),
};

/** Gates of a stage that still hold the ticket back; the stage's own form apart. */
export function openGates(playbook: Known, stage: PlaybookStage, facts: TicketFacts): Gate[] {
  return gatesOf(stage, facts).filter((gate) => !isMet[gate](facts, playbook));
}

/** What was changed while it is carried out goes to all parties again: nothing counts as verified while one of them may still object. */
function gatesOf({ gates }: PlaybookStage, { coordination }: TicketFacts): readonly Gate[] {
  const status = coordination?.rounds.at(-1)?.status;
  const isAsked = status === 'open' || status === 'objected';
  return isAsked && gates.includes('verified') && !gates.includes('agreed') ? [...gates, 'agreed'] : gates;
}
