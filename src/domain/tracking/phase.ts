import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { Gate } from '../playbook/schema.ts';
import type { TicketEvent } from '../ticket/events.ts';
import { placeOf, stagesInOrder } from '../ticket/stage-order.ts';
import type { TicketFacts } from '../ticket/state.ts';

/** Where a demand stands between customer service and the department: the columns of the tracking board, whatever the playbook. */
export const trackingPhases = ['returned', 'response', 'handling', 'result', 'callback', 'archive', 'closed'] as const;
export type TrackingPhase = (typeof trackingPhases)[number];

type Tracked = Pick<TicketFacts, 'stage' | 'status' | 'isHandedOff' | 'isAccepted'>;

/**
 * `returned`: the department gave it back or declined, and it has not been handed off again. `result`: the department's own work is done, as
 * the playbook says with the gate `tasks-done`, and what came of it has yet to reach customer service. `callback`: the customer has yet to
 * be told, of the result or of what becomes of a suggestion, or called back; `archive`: neither is left to do.
 */
export function trackingPhase(playbook: CompiledPlaybook, ticket: Tracked): TrackingPhase {
  if (ticket.status === 'closed') return 'closed';
  const stages = stagesInOrder(playbook.source);
  const place = Math.max(0, placeOf(playbook, ticket.stage));
  if (ticket.status === 'resolved')
    return hasGate(stages.slice(place), 'told-result', 'called-back', 'told-news') ? 'callback' : 'archive';
  if (!ticket.isHandedOff) return 'returned';
  if (!ticket.isAccepted && (ticket.status === 'todo' || hasGate(stages.slice(place), 'accepted'))) return 'response';
  return hasGate(stages.slice(0, place), 'tasks-done') ? 'result' : 'handling';
}

function hasGate(stages: readonly { gates: readonly Gate[] }[], ...wanted: readonly Gate[]): boolean {
  return stages.some(({ gates }) => wanted.some((gate) => gates.includes(gate)));
}

/** What tells of a demand's progress. */
export const noteTypes = [
  'progress.recorded',
  'obstacle.reported',
  'contact.noted',
  'customer.informed',
  'note.added',
] as const;
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
    case 'contact.noted':
      return event.text.outcome;
    case 'customer.informed':
      return event.text.message;
    case 'note.added':
      return event.text.note;
  }
}

/** When the department is expected to be done: the time it named, else the one it was given; null once it is, or where nobody said. Epoch ms. */
export function expectedAt({ status, eta, deadline }: Pick<TicketFacts, 'status' | 'eta' | 'deadline'>): number | null {
  return status === 'resolved' || status === 'closed' ? null : (eta ?? deadline);
}
