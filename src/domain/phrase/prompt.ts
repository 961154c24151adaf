import type { SituationId } from './situations.ts';

/** What to say next during a call, by what is there already: greet, calm, ask for what is missing, close with what is promised. */
export type CallState = {
  hasBegun: boolean;
  isUpset: boolean;
  isUrgent: boolean;
  missingCount: number;
  /** What the agent says to have said. */
  said: ReadonlySet<CallStep>;
};

export const callSteps = ['greeting', 'calming', 'ask-missing', 'closing'] as const satisfies readonly SituationId[];
export type CallStep = (typeof callSteps)[number];
export type StepState = 'done' | 'now' | 'next' | 'none';

/** Each step of the call with how it stands; exactly one is `now`. Calming is a step only for those who need it. */
export function callPlan(call: CallState): { step: CallStep; state: StepState }[] {
  const isDone: Record<CallStep, boolean> = {
    // Whoever writes down what they hear has greeted.
    greeting: call.hasBegun || call.said.has('greeting'),
    calming: call.said.has('calming'),
    'ask-missing': call.missingCount === 0,
    closing: false,
  };
  const needed = callSteps.filter((step) => step !== 'calming' || call.isUpset || call.isUrgent || isDone.calming);
  const now = needed.find((step) => !isDone[step]);
  return callSteps.map((step) => {
    if (!needed.includes(step)) return { step, state: 'none' };
    if (step === now) return { step, state: 'now' };
    return { step, state: isDone[step] ? 'done' : 'next' };
  });
}
