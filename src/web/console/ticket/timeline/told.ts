import type { TimelineEntry } from '../../../../contract/ticket.ts';
import type { Answers, EventCatalogue, EventType } from '../../../../domain/ticket/events.ts';
import type { FileView } from '../../attachments/file-list.tsx';
import type { timelineTexts } from './texts.ts';

/** One entry of the timeline as it arrives: instants of `data` travel as text. */
export type Told<T extends EventType = EventType> = {
  [K in T]: {
    type: K;
    data: Wire<EventCatalogue[K]['data']>;
    text: EventCatalogue[K]['text'] | null;
  };
}[T];

/** Epoch milliseconds of the domain may come as numbers or as ISO text; `Names.time` takes either. */
type Wire<D> = { [P in keyof D]: D[P] extends number | null ? D[P] | string : D[P] };

export type TimelineKey = keyof typeof timelineTexts.zh;
export type Phrase = { key: TimelineKey; values?: Readonly<Record<string, string | number>> };

/** How an entry looks. Words to the customer, words of the customer and internal notes must never be taken for each other. */
export type Tone = 'to-customer' | 'from-customer' | 'note' | 'work' | 'step' | 'alarm';

export type EntryView = {
  tone: Tone;
  title: Phrase;
  /** Short facts beside the title: deadlines, collaborators, promised times. */
  facts: Phrase[];
  /** What was said, under its heading where there are several parts. */
  said: { label: TimelineKey | null; text: string }[];
  /** A form's answers, to be drawn by the form's own fields. */
  answers: { form: string; answers: Answers } | null;
  files: FileView[];
  /** Something was said here and has been erased with the customer. */
  isErased: boolean;
};

/** Names of everything an event mentions by id, in the language of the reader. */
export type NamesOf = {
  stage: (id: string) => string;
  form: (id: string) => string;
  clock: (id: string) => string;
  department: (id: string) => string;
  party: (id: string) => string;
  category: (id: string) => string;
  priority: (id: string) => string;
  channel: (id: string) => string;
  rating: (id: string) => string;
  dimension: (id: string) => string;
  field: (id: string) => string;
  role: (id: string) => string;
  staff: (id: number) => string;
  time: (instant: number | string) => string;
  span: (target: string) => string;
  word: (key: TimelineKey) => string;
  /** Joins names the way the language does: 甲、乙 / A, B. */
  list: (names: readonly string[]) => string;
};

const eventTypes: Record<EventType, { says: boolean }> = {
  'ticket.registered': { says: true },
  'stage.entered': { says: false },
  'stage.completed': { says: false },
  'form.submitted': { says: true },
  'ticket.classified': { says: true },
  'handoff.made': { says: true },
  'handoff.accepted': { says: true },
  'handoff.bounced': { says: true },
  'handoff.declined': { says: true },
  'handoff.date-settled': { says: true },
  'obstacle.reported': { says: true },
  'party.named': { says: true },
  'party.dropped': { says: true },
  'contact.noted': { says: true },
  'task.assigned': { says: true },
  'task.accepted': { says: true },
  'task.declined': { says: true },
  'task.done': { says: true },
  'task.cancelled': { says: true },
  'letter.sent': { says: true },
  'letter.answered': { says: true },
  'letter.settled': { says: true },
  'letter.withdrawn': { says: true },
  'meeting.called': { says: true },
  'meeting.minuted': { says: true },
  'meeting.cancelled': { says: true },
  'solution.circulated': { says: true },
  'solution.answered': { says: true },
  'solution.agreed': { says: true },
  'progress.recorded': { says: true },
  'solution.proposed': { says: true },
  'work.verified': { says: false },
  'customer.informed': { says: true },
  'customer.replied': { says: true },
  'customer.chased': { says: true },
  'note.added': { says: true },
  'attachment.added': { says: true },
  'wait.started': { says: true },
  'wait.ended': { says: false },
  'clock.extended': { says: true },
  'clock.warned': { says: false },
  'clock.breached': { says: false },
  'clock.laddered': { says: false },
  'ticket.escalated': { says: true },
  'ticket.resolved': { says: false },
  'callback.made': { says: true },
  'ticket.reopened': { says: true },
  'ticket.dismissed': { says: true },
  'ticket.closed': { says: false },
  'incident.linked': { says: false },
  'incident.unlinked': { says: true },
  'case.cited': { says: true },
  'calendar.revised': { says: false },
  'playbook.migrated': { says: false },
};

/** Null for a type that this console does not know (a newer server): it is shown by its name, never hidden. */
export function asTold(entry: Pick<TimelineEntry, 'type' | 'data' | 'text'>): Told | null {
  return Object.hasOwn(eventTypes, entry.type) ? (entry as unknown as Told) : null;
}

/** The event says things of this kind, nothing is there, and the customer was erased: what was said is gone. */
export function isErased(told: Told, isCustomerErased: boolean): boolean {
  if (!isCustomerErased) return false;
  return told.text === null && eventTypes[told.type].says;
}
