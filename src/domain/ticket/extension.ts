import { holdsRole } from '../access/ticket-rules.ts';
import { Refusal } from '../refusal.ts';
import type { Actor } from './actor.ts';
import { isRunOpen } from './clock-run.ts';
import type { TicketContext } from './context.ts';
import type { ClockRun, TicketFacts } from './state.ts';

/** Giving a promise more time: only before it passes, and where the playbook says so only after the customer was told. */

type Now = TicketContext & { now: number };

/** @throws Refusal playbook.clock-unknown, clock.extension-*, clock.not-running */
export function extendableRun(context: Now, facts: TicketFacts, clock: string): ClockRun {
  context.playbook.clock(clock);
  const why = whyNotExtend(context, facts, clock);
  const run = openRun(facts, clock);
  if (why !== null || !run) throw new Refusal(why ?? 'clock.not-running', 'clock', { clock });
  return run;
}

/** Why a promise may not be given more time now, as a refusal code; null when it may. */
export function whyNotExtend({ playbook, now }: Now, facts: TicketFacts, clock: string): string | null {
  const rule = playbook.source.extension;
  if (!rule?.clocks.includes(clock)) return 'clock.extension-not-allowed';
  if (rule.priorities && !rule.priorities.includes(facts.priority)) return 'clock.extension-not-this-priority';
  const run = openRun(facts, clock);
  if (!run || run.due === null) return 'clock.not-running';
  if (run.breachedAt !== null || now > run.due) return 'clock.extension-too-late';
  return rule.needsCustomerTold && !isToldFor(facts, run) ? 'clock.extension-customer-not-told' : null;
}

/** Null when one of the extendable clocks may be extended by this actor; else why none may. */
export function whyNotExtendAny(context: Now, facts: TicketFacts, actor: Actor): string | null {
  const rule = context.playbook.source.extension;
  if (!rule) return 'clock.extension-not-allowed';
  if (!rule.who.some((role) => holdsRole(actor, facts, role))) return 'auth.forbidden';
  if (facts.status === 'closed') return 'ticket.closed';
  const reasons = rule.clocks.map((clock) => whyNotExtend(context, facts, clock));
  return reasons.includes(null) ? null : (reasons[0] ?? 'clock.extension-not-allowed');
}

/** Each extension needs a telling of its own, after the one before. */
function isToldFor({ lastDelayToldAt }: TicketFacts, { extension, start }: ClockRun): boolean {
  if (lastDelayToldAt === null) return false;
  return extension ? lastDelayToldAt > extension.at : lastDelayToldAt >= start;
}

function openRun(facts: TicketFacts, clock: string): ClockRun | undefined {
  return facts.clocks.findLast((one) => one.clock === clock && isRunOpen(one));
}
