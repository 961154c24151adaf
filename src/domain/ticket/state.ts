import type { CoordinationText } from '../coordination/evolve-text.ts';
import type { Coordination } from '../coordination/state.ts';
import type { TicketStatus } from '../playbook/schema.ts';
import type { EventActor } from './actor.ts';
import type { Answers, DismissReason, WaitFor } from './events.ts';

/**
 * One cycle of one clock. `target` is null while the ticket's priority has no such promise; `due` (epoch ms) is null
 * then and during a pause that began before it. `met`/`late`: stopped in or after time. `ended`: nothing left to promise. `cancelled`: called off.
 */
export type ClockRun = {
  clock: string;
  /** Counts the runs of this clock on the ticket, whatever they are about. */
  cycle: number;
  /** What the run is about, for clocks of a narrower scope than the ticket. */
  subject: string | null;
  start: number;
  startSeq: number;
  target: string | null;
  /** The time that this ticket itself was promised, for clocks that keep such a one. */
  promised: number | null;
  /** When that time was given: pauses before do not move it. */
  promisedAt: number | null;
  priority: string;
  category: string | null;
  due: number | null;
  pauses: { from: number; to: number | null }[];
  /** When the ticket's wait is over by itself, whether it holds this clock or not: the engine looks at it then. */
  waitsUntil: number | null;
  extension: { at: number; due: number } | null;
  status: 'running' | 'paused' | 'met' | 'late' | 'ended' | 'cancelled';
  stop: number | null;
  stopSeq: number | null;
  breachedAt: number | null;
  /** Warning points already given, as written in the playbook. */
  warned: string[];
  /** Steps of the breach ladder already climbed. */
  climbed: number;
  /** What the due time was before, and why it changed. */
  history: { at: number; target: string | null; due: number | null; why: ClockChange }[];
};

export type ClockChange = 'priority' | 'extension' | 'promise' | 'calendar' | 'playbook';

/** A form as last submitted in a cycle; `text` answers stand in `TicketText`. */
export type SubmittedForm = { at: number; by: number | null; seq: number; cycle: number; answers: Answers };

/** A file on the ticket, whoever put it there; its bytes and its name lie sealed elsewhere. */
export type TicketAttachment = {
  id: number;
  seq: number;
  by: EventActor['kind'];
  mediaType: string;
  bytes: number;
  isShown: boolean;
};

/** The clear part of a ticket: safe for SQL, logs and other processes. */
export type TicketFacts = {
  id: number;
  /** Sequence number of the last event; guards every write. */
  version: number;
  /** When that event happened: nothing that follows is earlier, whichever machine's clock says so. */
  changedAt: number;
  number: string;
  playbook: { id: string; version: number };
  /** Versions that it was moved away from: what happened up to the event `until` happened under `version`. */
  earlier?: { version: number; until: number }[];
  calendar: { id: string; version: number };
  customerId: number;
  channel: string;
  receivedAt: number;
  registeredAt: number;
  /** The interface: who registered it, else whoever of the staff took it up first. */
  registeredBy: number | null;
  /** Taken over as history: clocks start only with what happens after its registration. */
  isHistory?: true;
  stage: string;
  status: TicketStatus;
  cycle: number;
  category: string | null;
  priority: string;
  /** False until somebody has classified the ticket; the priority is the playbook's initial one till then. */
  isClassified: boolean;
  /** Who it was last handed to. */
  department: string | null;
  owner: number | null;
  collaborators: number[];
  /** False before the first hand-off, after a bounce, and in a second handling that begins before the hand-off. */
  isHandedOff: boolean;
  /** How often it has been handed off. */
  handoffs: number;
  isAccepted: boolean;
  /** The later date for which a department accepted, until the service side has settled it. */
  counterDate: number | null;
  deadline: number | null;
  /** When it is expected to be done, by whoever said so last; what the customer was told is `toldEta`. */
  eta: number | null;
  /** The time that the customer was last told; null once told the result. */
  toldEta: number | null;
  wait: { for: WaitFor; since: number; until: number | null } | null;
  escalation: number;
  isVerified: boolean;
  lastInformedAt: number | null;
  /** When the customer last asked where it stands. */
  chasedAt: number | null;
  lastDelayToldAt: number | null;
  isResultTold: boolean;
  /** Absent until the customer has heard news of what became of their suggestion. */
  isNewsTold?: boolean;
  resolvedAt: number | null;
  closedAt: number | null;
  dismissed: DismissReason | null;
  /** The incident that it is part of. */
  incident: { id: number; number: string } | null;
  /** Cases of the library that helped with it. */
  citedCases: readonly { id: number; version: number }[];
  rating: string | null;
  isSatisfied: boolean | null;
  ratingDimensions: Record<string, string>;
  forms: Record<string, SubmittedForm>;
  /** What the department and the customer were promised when, the latest last. */
  promises: PromisedDate[];
  /** Absent until departments have something under way together. */
  coordination?: Coordination;
  attachments: TicketAttachment[];
  clocks: ClockRun[];
};

/** An expected time as it was once given: by whom, and on which occasion. */
export type PromisedDate = {
  at: number;
  by: number | null;
  eta: number;
  on: 'accepted' | 'obstacle' | 'solution' | 'told' | 'settled';
};

/** The private part: what was said, by form and field. */
export type TicketText = {
  answers: Record<string, Answers>;
  reason: string;
  requirement: string;
  rootCause: string;
  solution: string;
  plan: string;
  remark: string;
  /** Why it was started again the last time. */
  again?: string;
  /** What the ticket is called where it was taken over from. */
  reference: string;
  coordination?: CoordinationText;
};

export type TicketState = TicketFacts & { text: TicketText | null };

export const emptyText: TicketText = {
  answers: {},
  reason: '',
  requirement: '',
  rootCause: '',
  solution: '',
  plan: '',
  remark: '',
  reference: '',
};
