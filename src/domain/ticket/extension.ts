import { holdsRole } from '../access/ticket-rules.ts';
import type { Actor } from './actor.ts';
import { isRunOpen } from './clocks.ts';
import type { TicketContext } from './context.ts';
import type { TicketFacts } from './state.ts';

/** Why a promise may not be given more time now, as a refusal code; null when it may. */
export function whyNotExtend(
  { playbook, now }: TicketContext & { now: number },
  facts: TicketFacts,
  clock: string,
): string | null {
  const rule = playbook.source.extension;
  if (!rule?.clocks.includes(clock)) return 'clock.extension-not-allowed';
  if (rule.priorities && !rule.priorities.includes(facts.priority)) return 'clock.extension-not-this-priority';
  const run = facts.clocks.findLast((one) => one.clock === clock && isRunOpen(one));
  if (!run || run.due === null) return 'clock.not-running';
  if (run.breachedAt !== null || now > run.due) return 'clock.extension-too-late';
  const since = run.extension?.at ?? run.start;
  const isTold = facts.lastDelayToldAt !== null && facts.lastDelayToldAt >= since;
  return rule.needsCustomerTold && !isTold ? 'clock.extension-customer-not-told' : null;
}

/** The first of the extendable clocks that may be extended, or why none may. */
export function whyNotExtendAny(
  context: TicketContext & { now: number },
  facts: TicketFacts,
  actor: Actor,
): string | null {
  const rule = context.playbook.source.extension;
  if (!rule) return 'clock.extension-not-allowed';
  if (!rule.who.some((role) => holdsRole(actor, facts, role))) return 'auth.forbidden';
  const reasons = rule.clocks.map((clock) => whyNotExtend(context, facts, clock));
  return reasons.includes(null) ? null : (reasons[0] ?? 'clock.extension-not-allowed');
}
