import type { Gate, Playbook, PlaybookClock } from '../../../../domain/playbook/schema.ts';
import type { ClockPattern } from '../../../../domain/playbook/schema-clock.ts';

/**
 * Where a clock runs along the stages, for the drawing: from the stage its start belongs to, up to the one its stop does.
 * A pattern that may happen anywhere (a message, a reopening) belongs to the stage whose gate asks for it, else to none.
 */
export type Lane = { from: number; to: number };

export function clockLane({ stages }: Pick<Playbook, 'stages'>, clock: PlaybookClock): Lane {
  const starts = clock.starts.flatMap((pattern) => stageOf(stages, pattern) ?? []);
  const from = starts.length > 0 ? Math.min(...starts) : 0;
  const stops = [...clock.stops, ...(clock.repeats?.until ?? [])].flatMap((pattern) => stageOf(stages, pattern) ?? []);
  const to = stops.filter((index) => index >= from);
  return { from, to: to.length > 0 ? Math.max(...to) : stages.length - 1 };
}

const toldBy: Readonly<Record<string, Gate>> = { result: 'told-result', news: 'told-news' };

const gateOf: Partial<Record<ClockPattern['on'], Gate>> = {
  'ticket.classified': 'classified',
  'handoff.made': 'handed-off',
  'handoff.accepted': 'accepted',
  'work.verified': 'verified',
  'callback.made': 'called-back',
  'party.named': 'parties-named',
  'letter.sent': 'letters-answered',
  'letter.answered': 'letters-answered',
  'letter.settled': 'letters-answered',
  'meeting.called': 'meetings-minuted',
  'meeting.minuted': 'meetings-minuted',
  'task.assigned': 'tasks-done',
  'task.done': 'tasks-done',
  'solution.circulated': 'agreed',
  'solution.answered': 'agreed',
  'solution.agreed': 'agreed',
};

function stageOf(stages: Playbook['stages'], pattern: ClockPattern): number | null {
  const found = (index: number) => (index === -1 ? null : index);
  if (pattern.stage) return found(stages.findIndex(({ id }) => id === pattern.stage));
  if (pattern.form) return found(stages.findIndex(({ form }) => form === pattern.form));
  if (pattern.on === 'ticket.received' || pattern.on === 'ticket.registered') return 0;
  if (pattern.on === 'ticket.closed') return stages.length - 1;
  if (pattern.on === 'ticket.resolved') return found(stages.findIndex(({ status }) => status === 'resolved'));
  const gate = pattern.on === 'customer.informed' ? toldBy[pattern.kind ?? ''] : gateOf[pattern.on];
  return gate ? found(stages.findIndex(({ gates }) => gates.includes(gate))) : null;
}
