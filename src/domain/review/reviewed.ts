import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { Binding } from '../playbook/schema-form.ts';
import type { EventType, TicketEvent } from '../ticket/events.ts';
import type { ClockRun, TicketFacts } from '../ticket/state.ts';

/** What a review looks at: clear facts and clear events only, so that figures need no key. */

export const reviewedEvents = [
  'handoff.made',
  'handoff.accepted',
  'handoff.bounced',
  'handoff.declined',
  'obstacle.reported',
  'callback.made',
  'ticket.escalated',
  'ticket.reopened',
] as const satisfies readonly EventType[];

export type ReviewEvent = Extract<TicketEvent, { type: (typeof reviewedEvents)[number] }>;

export type Reviewed = { playbook: CompiledPlaybook; facts: TicketFacts; events: readonly ReviewEvent[] };

export type HandOff = {
  /** From 1, in order of time. */
  number: number;
  at: number;
  by: number | null;
  department: string;
  owner: number | null;
  /** What became of it first; null while nobody has answered. */
  answer: 'accepted' | 'bounced' | 'declined' | null;
  answeredAt: number | null;
  reason: string | null;
  fields: readonly string[];
};

/** The hand-offs of a ticket with the first answer to each. */
export function handOffsOf(events: readonly ReviewEvent[]): HandOff[] {
  const made: HandOff[] = [];
  for (const event of events) {
    if (event.type === 'handoff.made') {
      const by = event.actor.kind === 'staff' ? event.actor.id : null;
      const { department, owner } = event.data;
      const number = made.length + 1;
      made.push({
        number,
        at: event.at,
        by,
        department,
        owner,
        answer: null,
        answeredAt: null,
        reason: null,
        fields: [],
      });
      continue;
    }
    const last = made.at(-1);
    const answer = answerOf(event);
    if (!last || !answer || last.answer !== null) continue;
    made[made.length - 1] = { ...last, ...answer, answeredAt: event.at };
  }
  return made;
}

function answerOf(event: ReviewEvent): Pick<HandOff, 'answer' | 'reason' | 'fields'> | null {
  switch (event.type) {
    case 'handoff.accepted':
      return { answer: 'accepted', reason: null, fields: [] };
    case 'handoff.declined':
      return { answer: 'declined', reason: null, fields: [] };
    case 'handoff.bounced':
      return { answer: 'bounced', reason: event.data.reason, fields: event.data.fields };
    default:
      return null;
  }
}

/** Whether some form ticked the box that binds this mark. */
export function isMarked({ playbook, facts }: Reviewed, mark: Extract<Binding, 'praised' | 'training-case'>): boolean {
  return playbook.source.forms.some((form) =>
    form.fields.some(({ id, binds }) => binds === mark && facts.forms[form.id]?.answers[id] === true),
  );
}

/** The feature or step that the ticket is about, as the last form that asks says; null while nobody has. */
export function topicOf({ playbook, facts }: Reviewed): string | null {
  const said = playbook.source.forms.flatMap((form) =>
    form.fields.flatMap(({ id, binds }) => {
      const answer = facts.forms[form.id]?.answers[id];
      return binds === 'topic' && typeof answer === 'string' ? [answer] : [];
    }),
  );
  return said.at(-1) ?? null;
}

/** Promises that were kept or broken; what is still open and in time says nothing yet. */
export function outcomeOf(run: ClockRun): 'met' | 'late' | null {
  if (run.status === 'met') return 'met';
  return run.status === 'late' || run.breachedAt !== null ? 'late' : null;
}

/** The department that a run is about: of its hand-off or task, else the one that has the ticket. */
export function departmentOf({ facts }: Reviewed, handOffs: readonly HandOff[], run: ClockRun): string | null {
  const [kind, id] = (run.subject ?? '').split(':');
  if (kind === 'hand-off') return handOffs.find(({ number }) => number === Number(id))?.department ?? null;
  if (kind === 'task') return facts.coordination?.tasks.find((task) => task.id === Number(id))?.department ?? null;
  if (kind === 'letter') {
    const party = facts.coordination?.letters.find((letter) => letter.id === Number(id))?.party ?? '';
    return party.startsWith('department:') ? party.slice('department:'.length) : null;
  }
  return handOffs.findLast(({ at }) => at <= run.start)?.department ?? facts.department;
}
