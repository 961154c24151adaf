import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { TicketEvent } from '../ticket/events.ts';
import type { TicketFacts } from '../ticket/state.ts';

/** Where a demand stands between customer service and the department: the columns of the tracking board, whatever the playbook. */
export const trackingPhases = ['returned', 'response', 'handling', 'result', 'callback', 'closed'] as const;
export type TrackingPhase = (typeof trackingPhases)[number];

type Tracked = Pick<TicketFacts, 'stage' | 'status' | 'isHandedOff' | 'isAccepted'>;

/**
 * `returned`: the department gave it back or declined, and it has not been handed off again. `result`: the department's own work is done, as
 * the playbook says with the gate `tasks-done`, and what came of it has yet to reach customer service.
 */
export function trackingPhase(playbook: CompiledPlaybook, ticket: Tracked): TrackingPhase {
  if (ticket.status === 'closed') return 'closed';
  if (ticket.status === 'resolved') return 'callback';
  if (!ticket.isHandedOff) return 'returned';
  if (ticket.status === 'todo') return ticket.isAccepted ? 'handling' : 'response';
  const { stages } = playbook.source;
  const place = stages.findIndex(({ id }) => id === ticket.stage);
  const isWorkDone = stages.slice(0, Math.max(0, place)).some(({ gates }) => gates.includes('tasks-done'));
  return isWorkDone ? 'result' : 'handling';
}

/** What tells of a demand's progress. */
export const noteTypes = ['progress.recorded', 'obstacle.reported', 'customer.informed', 'note.added'] as const;
export type NoteEvent = Extract<TicketEvent, { type: (typeof noteTypes)[number] }>;

export function latestNote(events: readonly TicketEvent[]): NoteEvent | null {
  const isNote = (event: TicketEvent): event is NoteEvent => noteTypes.some((type) => type === event.type);
  return events.findLast(isNote) ?? null;
}

/** What was said, in one paragraph; empty once the customer has been erased. */
export function noteText(event: NoteEvent): string {
  if (event.text === null) return '';
  switch (event.type) {
    case 'progress.recorded':
      return [event.text.done, event.text.nextStep].filter((part) => part !== '').join(' → ');
    case 'obstacle.reported':
      return event.text.obstacle;
    case 'customer.informed':
      return event.text.message;
    case 'note.added':
      return event.text.note;
  }
}

/** When the department is expected to be done: the time it named, else the one it was given. Epoch ms. */
export function expectedAt({ eta, deadline }: Pick<TicketFacts, 'eta' | 'deadline'>): number | null {
  return eta ?? deadline;
}
