import { letterWays } from '../coordination/state.ts';
import { Refusal } from '../refusal.ts';
import type { DecisionContext } from './context.ts';

/** Ways to reach a customer besides the playbook's own channels. */
export const alwaysReachable: ReadonlySet<string> = new Set(['portal', 'sms', 'phone']);

/** Ways between departments and parties besides those; `console`: said by the party itself where it works. */
export const betweenParties: readonly string[] = ['console', ...letterWays];

/** The way something was said by is kept in clear: nothing but a known one. @throws Refusal playbook.channel-unknown */
export function checkVia({ playbook }: DecisionContext, via: string, more: readonly string[] = []): void {
  const channels = playbook.source.channels.map((channel) => channel.id);
  const known = [...new Set([...channels, ...alwaysReachable, ...more])];
  if (!known.includes(via)) throw new Refusal('playbook.channel-unknown', 'via', { given: via, known });
}
