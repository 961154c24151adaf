import type { CoordinationCatalogue } from '../coordination/events.ts';
import type { EventActor } from './actor.ts';

/**
 * Everything that can happen to a ticket. `data` is clear: ids, enumerations, times (epoch ms). `text` is what was
 * said by or about the customer; it is encrypted at rest and null once the customer has been erased.
 */

export type AnswerValue = string | number | boolean | string[] | number[] | Record<string, string>;
export type Answers = Record<string, AnswerValue>;

export const informKinds = ['response', 'progress', 'delay', 'question', 'result', 'thanks', 'news'] as const;
export type InformKind = (typeof informKinds)[number];
export const waitReasons = ['customer', 'department', 'third-party'] as const;
export type WaitFor = (typeof waitReasons)[number];
export const bounceReasons = ['missing-field', 'wrong-category', 'other'] as const;
export type BounceReason = (typeof bounceReasons)[number];
export const dismissReasons = ['duplicate', 'withdrawn', 'spam'] as const;
export type DismissReason = (typeof dismissReasons)[number];
export const unlinkCauses = ['removed', 'returned', 'unfinished'] as const;
export type UnlinkCause = (typeof unlinkCauses)[number];

type Plain = Record<never, never>;

export type EventCatalogue = CoordinationCatalogue & {
  'ticket.registered': {
    data: {
      number: string;
      playbook: { id: string; version: number };
      calendar: { id: string; version: number };
      customerId: number;
      channel: string;
      receivedAt: number;
      form: string;
      answers: Answers;
      /** Taken over from elsewhere, long after it was received: nothing was promised here for then. */
      isHistory?: true;
    };
    /** `reference`: what the ticket is called where it was taken over from. */
    text: { answers: Answers; reference?: string };
  };
  'stage.entered': { data: { stage: string }; text: null };
  'stage.completed': { data: { stage: string }; text: null };
  'form.submitted': { data: { form: string; stage: string; answers: Answers }; text: { answers: Answers } };
  'ticket.classified': { data: { category: string | null; priority: string | null }; text: { reason: string } };
  'handoff.made': {
    data: { department: string; owner: number | null; collaborators: number[]; deadline: number | null };
    text: { requirement: string };
  };
  /**
   * `owner` is who owns it from then on: the owner it was handed to, else whoever of the department accepted it. `isCounter`: accepted
   * for a later date than the deadline, which the service side has to settle.
   */
  'handoff.accepted': {
    data: { owner: number | null; eta: number | null; isCounter?: true };
    text: { plan: string };
  };
  'handoff.bounced': { data: { reason: BounceReason; fields: string[] }; text: { note: string } };
  /** The department does not take it on; CS tells the customer or hands it to somebody else. */
  'handoff.declined': { data: Plain; text: { reason: string } };
  /** What became of the other date that a department offered when it accepted. */
  'handoff.date-settled': { data: { isAgreed: boolean; deadline: number | null }; text: { note: string } };
  /** Something is in the way, said before the promised time passes; `eta` is when it is expected now. */
  'obstacle.reported': { data: { eta: number | null }; text: { obstacle: string } };
  'progress.recorded': {
    data: { stage: string; from: number | null; to: number | null };
    text: { done: string; customerWords: string; nextStep: string };
  };
  'solution.proposed': { data: { eta: number | null }; text: { rootCause: string; solution: string } };
  'work.verified': { data: Plain; text: null };
  'customer.informed': { data: { kind: InformKind; via: string; eta: number | null }; text: { message: string } };
  'customer.replied': { data: { via: string }; text: { message: string } };
  'customer.chased': { data: Plain; text: { message: string } };
  'note.added': { data: Plain; text: { note: string } };
  /** `sha256` is of the stored bytes, sealed, in hex: the file is part of the chain. `isShown`: to the customer, too. */
  'attachment.added': {
    data: { attachment: number; mediaType: string; bytes: number; sha256: string; isShown: boolean };
    text: { name: string };
  };
  'wait.started': { data: { for: WaitFor; until: number | null }; text: { reason: string } };
  'wait.ended': { data: { for: WaitFor }; text: null };
  'clock.extended': { data: { clock: string; cycle: number; due: number }; text: { reason: string } };
  'clock.warned': { data: { clock: string; cycle: number; before: string; due: number }; text: null };
  'clock.breached': { data: { clock: string; cycle: number; due: number }; text: null };
  'clock.laddered': { data: { clock: string; cycle: number; step: number; tell: string[] }; text: null };
  'ticket.escalated': {
    data: { level: number; to: string; cause: 'clock' | 'manual' | 'dissatisfied'; clock: string | null };
    text: { reason: string };
  };
  'ticket.resolved': { data: Plain; text: null };
  'callback.made': {
    data: { rating: string; isSatisfied: boolean; dimensions: Record<string, string> };
    text: { remark: string };
  };
  'ticket.reopened': {
    data: { cycle: number; stage: string; cause: 'dissatisfied' | 'manual' };
    text: { reason: string };
  };
  'ticket.dismissed': { data: { reason: DismissReason; duplicateOf: string | null }; text: { note: string } };
  'ticket.closed': { data: Plain; text: null };
  /** Taken into an incident with many others; `number` is the incident's. */
  'incident.linked': { data: { incident: number; number: string }; text: null };
  /**
   * `removed` by somebody; `returned` to normal handling when the incident ended so; `unfinished`: the incident is resolved, but
   * the ticket's own steps are not all done.
   */
  'incident.unlinked': { data: { incident: number; number: string; cause: UnlinkCause }; text: { note: string } };
  /**
   * Moved to another version of its playbook, where it stands at `stage`. `starts`: clocks that run under that one and did not before;
   * `cancels`: clocks that ran and do not under it.
   */
  'playbook.migrated': {
    data: {
      from: number;
      to: number;
      stage: string;
      starts: string[];
      cancels: string[];
      /** The same for clocks that are kept for each hand-off, task, letter …; absent when there are none. */
      startsFor?: { clock: string; subject: string }[];
      cancelsFor?: { clock: string; subject: string }[];
    };
    text: null;
  };
  /** A case of the library helped here; counted there. */
  'case.cited': { data: { caseId: number; version: number }; text: { title: string } };
  'calendar.revised': { data: { id: string; version: number }; text: null };
};

export type EventType = keyof EventCatalogue;

/** What a decision yields; `seq`, `at` and `actor` are added when it is recorded. */
export type Happening = {
  [T in EventType]: { type: T; data: EventCatalogue[T]['data']; text: EventCatalogue[T]['text'] };
}[EventType];

/** One recorded event. `seq` counts from 1 within the ticket; `at` is epoch ms. `text` null: none, or erased. */
export type TicketEvent = {
  [T in EventType]: {
    seq: number;
    at: number;
    actor: EventActor;
    type: T;
    data: EventCatalogue[T]['data'];
    text: EventCatalogue[T]['text'] | null;
  };
}[EventType];

export type EventOf<T extends EventType> = Extract<TicketEvent, { type: T }>;
