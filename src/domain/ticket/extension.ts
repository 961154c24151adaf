import { holdsRole } from '../access/ticket-rules.ts';
import { Refusal } from '../refusal.ts';
import type { Actor } from './actor.ts';
import { isRunOpen } from './clock-run.ts';
import type { TicketContext } from './context.ts';
import type { ClockRun, TicketFacts } from './state.ts';

/** Giving a promise more time: only before it passes, and where the playbook says so only after the customer was told. */

type Now = TicketContext & { now: number };

/**
 * The run that is given more time. A clock that is kept for each hand-off, party, task, letter or meeting may run for several of them at once:
 * `subject` says for which; null will do while there is but one.
 * @throws Refusal playbook.clock-unknown, clock.extension-*, clock.not-running, clock.subject-missing
 */
export function extendableRun(context: Now, facts: TicketFacts, clock: string, subject: string | null): ClockRun {
  context.playbook.clock(clock);
  const whyNotAny = whyNotThisClock(context, facts, clock);
  if (whyNotAny !== null) throw new Refusal(whyNotAny, 'clock', { clock });
  const open = openRuns(facts, clock);
  const [run, ...more] = subject === null ? open : open.filter((one) => one.subject === subject);
  if (more.length > 0) {
    const known = open.map((one) => one.subject).join(', ');
    throw new Refusal('clock.subject-missing', 'subject', { clock, known });
  }
  const why = run ? whyNotThisRun(context, facts, run) : 'clock.not-running';
  if (!run || why !== null) {
    const field = subject === null ? 'clock' : 'subject';
    throw new Refusal(why ?? 'clock.not-running', field, { clock, subject });
  }
  return run;
}

/** Null when one of the extendable clocks may be extended by this actor, for whatever it is about; else why none may. */
export function whyNotExtendAny(context: Now, facts: TicketFacts, actor: Actor): string | null {
  const rule = context.playbook.source.extension;
  if (!rule) return 'clock.extension-not-allowed';
  if (!rule.who.some((role) => holdsRole(actor, facts, role))) return 'auth.forbidden';
  if (facts.status === 'closed') return 'ticket.closed';
  const reasons = rule.clocks.flatMap((clock) => {
    const why = whyNotThisClock(context, facts, clock);
    if (why !== null) return [why];
    const open = openRuns(facts, clock);
    return open.length === 0 ? ['clock.not-running'] : open.map((run) => whyNotThisRun(context, facts, run));
  });
  return reasons.includes(null) ? null : (reasons[0] ?? 'clock.extension-not-allowed');
}

function whyNotThisClock({ playbook }: Now, { priority }: TicketFacts, clock: string): string | null {
  const rule = playbook.source.extension;
  if (!rule?.clocks.includes(clock)) return 'clock.extension-not-allowed';
  return rule.priorities && !rule.priorities.includes(priority) ? 'clock.extension-not-this-priority' : null;
}

function whyNotThisRun({ playbook, now }: Now, facts: TicketFacts, run: ClockRun): string | null {
  if (run.due === null) return 'clock.not-running';
  if (run.breachedAt !== null || now > run.due) return 'clock.extension-too-late';
  const needsCustomerTold = playbook.source.extension?.needsCustomerTold ?? true;
  return needsCustomerTold && !isToldFor(facts, run) ? 'clock.extension-customer-not-told' : null;
}

/** Each extension needs a telling of its own, after the one before. */
function isToldFor({ lastDelayToldAt }: TicketFacts, { extension, start }: ClockRun): boolean {
  if (lastDelayToldAt === null) return false;
  return extension ? lastDelayToldAt > extension.at : lastDelayToldAt >= start;
}

function openRuns(facts: TicketFacts, clock: string): ClockRun[] {
  return facts.clocks.filter((one) => one.clock === clock && isRunOpen(one));
}
