import { involvedOf } from '../../../domain/access/ticket-rules.ts';
import { awaitedKeys } from '../../../domain/coordination/awaited.ts';
import { wakeAt } from '../../../domain/ticket/clock-due.ts';
import { isRunOpen } from '../../../domain/ticket/clocks.ts';
import type { TicketContext } from '../../../domain/ticket/context.ts';
import type { ClockRun, TicketFacts } from '../../../domain/ticket/state.ts';
import { expectedAt } from '../../../domain/tracking/phase.ts';

/** What the tables say of a ticket besides its events: derived from the folded state, in the same transaction. */

export type TicketColumns = ReturnType<typeof ticketColumns>;
export type ClockColumns = ReturnType<typeof clockColumns>;

export function ticketColumns(context: TicketContext, facts: TicketFacts) {
  const next = nextPromise(facts.clocks);
  const involved = involvedOf(facts);
  return {
    version: facts.version,
    number: facts.number,
    playbook: facts.playbook.id,
    playbook_version: facts.playbook.version,
    stage: facts.stage,
    status: facts.status,
    priority: facts.priority,
    priority_rank: context.playbook.priorityRank(facts.priority),
    is_green_lane: context.playbook.greenLane(facts.priority),
    category: facts.category,
    department: facts.department,
    owner_id: facts.owner,
    interface_id: facts.registeredBy,
    collaborators: [...new Set([...facts.collaborators, ...involved.staff])],
    involved_departments: involved.departments,
    awaits: awaitedKeys(facts),
    channel: facts.channel,
    cycle: facts.cycle,
    escalation: facts.escalation,
    customer_id: facts.customerId,
    incident_id: facts.incident?.id ?? null,
    is_waiting: facts.wait !== null,
    is_breached: facts.clocks.some((run) => isRunOpen(run) && run.breachedAt !== null),
    received_at: sqlInstant(facts.receivedAt),
    closed_at: facts.closedAt === null ? null : sqlInstant(facts.closedAt),
    next_due_at: next?.due == null ? 'infinity' : sqlInstant(next.due),
    next_clock: next?.clock ?? null,
    expected_at: facts.handoffs === 0 ? null : expectedInstant(facts),
  };
}

function expectedInstant(facts: TicketFacts): string {
  const at = expectedAt(facts);
  return at === null ? 'infinity' : sqlInstant(at);
}

/** The open promise that is due first; what is overdue comes before what is not. */
export function nextPromise(runs: readonly ClockRun[]): ClockRun | null {
  let next: ClockRun | null = null;
  for (const run of runs) {
    if (run.status !== 'running' || run.due === null) continue;
    if (next?.due == null || run.due < next.due) next = run;
  }
  return next;
}

export function clockColumns(context: TicketContext, run: ClockRun) {
  const wake = wakeAt(context, run);
  return {
    clock: run.clock,
    cycle: run.cycle,
    status: run.status,
    due_at: run.due === null ? null : sqlInstant(run.due),
    wake_at: wake === null ? null : sqlInstant(wake),
    breached_at: run.breachedAt === null ? null : sqlInstant(run.breachedAt),
  };
}

/** The runs that differ between two states: only they are written. */
export function changedRuns(before: readonly ClockRun[], after: readonly ClockRun[]): ClockRun[] {
  const known = new Set(before);
  return after.filter((run) => !known.has(run));
}

export function sqlInstant(at: number): string {
  return new Date(at).toISOString();
}
