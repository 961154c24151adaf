import type { InformKind } from '../ticket/events.ts';

/** The moments in which somebody looks for words: to whom they are said, and as which kind of message to the customer. */
type Situation = {
  to: 'customer' | 'colleague';
  kinds: readonly InformKind[];
};

/** In the order of a ticket's life. */
export const situations = {
  greeting: { to: 'customer', kinds: ['response'] },
  calming: { to: 'customer', kinds: ['response'] },
  'ask-missing': { to: 'customer', kinds: ['question'] },
  'first-plan': { to: 'customer', kinds: ['response', 'progress'] },
  closing: { to: 'customer', kinds: ['response', 'result'] },
  'passed-on': { to: 'customer', kinds: ['progress', 'response'] },
  progress: { to: 'customer', kinds: ['progress'] },
  'chase-answer': { to: 'customer', kinds: ['progress'] },
  delay: { to: 'customer', kinds: ['delay'] },
  apology: { to: 'customer', kinds: ['response', 'delay', 'result'] },
  result: { to: 'customer', kinds: ['result'] },
  refusal: { to: 'customer', kinds: ['result'] },
  callback: { to: 'customer', kinds: ['result', 'question'] },
  'second-handling': { to: 'customer', kinds: ['response', 'progress'] },
  thanks: { to: 'customer', kinds: ['thanks'] },
  'suggestion-news': { to: 'customer', kinds: ['news'] },
  'hand-off': { to: 'colleague', kinds: [] },
  'urgent-call': { to: 'colleague', kinds: [] },
} as const satisfies Record<string, Situation>;

export type SituationId = keyof typeof situations;
export type PhraseReader = Situation['to'];
export const situationIds = Object.keys(situations) as [SituationId, ...SituationId[]];

export function isFor(situation: SituationId, kind: InformKind): boolean {
  return (situations[situation].kinds as readonly InformKind[]).includes(kind);
}
