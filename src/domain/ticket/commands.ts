import { type CoordinationCommand, coordinationCommands } from '../coordination/commands.ts';
import type { Answers, BounceReason, DismissReason, InformKind, WaitFor } from './events.ts';

/** Everything that can be asked of an existing ticket. Times are epoch ms; texts are as the person wrote them. */
export type TicketCommand =
  | CoordinationCommand
  | { do: 'submit-form'; form: string; answers: Answers }
  | { do: 'classify'; category?: string; priority?: string; reason: string }
  | {
      do: 'hand-off';
      department: string;
      owner: number | null;
      collaborators: number[];
      deadline: number | null;
      requirement: string;
    }
  | { do: 'accept'; plan: string; eta: number | null }
  | { do: 'bounce'; reason: BounceReason; fields: string[]; note: string }
  | { do: 'decline'; reason: string }
  | { do: 'settle-date'; isAgreed: boolean; note: string }
  | { do: 'report-obstacle'; obstacle: string; eta: number | null }
  | {
      do: 'record-progress';
      done: string;
      customerWords: string;
      nextStep: string;
      from: number | null;
      to: number | null;
    }
  | { do: 'inform-customer'; kind: InformKind; via: string; message: string; eta: number | null }
  | { do: 'record-reply'; via: string; message: string }
  | { do: 'chase'; message: string }
  | { do: 'add-note'; note: string }
  | { do: 'attach'; isShown: boolean }
  | { do: 'start-wait'; for: WaitFor; until: number | null; reason: string }
  | { do: 'end-wait' }
  | { do: 'extend'; clock: string; subject: string | null; due: number; reason: string }
  | { do: 'rate'; rating: string; dimensions: Record<string, string>; remark: string }
  | { do: 'reopen'; reason: string }
  | { do: 'escalate'; reason: string }
  | { do: 'dismiss'; reason: DismissReason; duplicateOf: string | null; note: string }
  | { do: 'link-incident'; incident: number; number: string }
  | { do: 'unlink-incident'; note: string }
  | { do: 'cite-case'; caseId: number; caseVersion: number; title: string };

export type CommandName = TicketCommand['do'];

/** What is done with the ticket as a whole, as buttons and the API name it. */
export const ticketCommands = [
  'submit-form',
  'classify',
  'hand-off',
  'accept',
  'bounce',
  'decline',
  'settle-date',
  'report-obstacle',
  'record-progress',
  'inform-customer',
  'record-reply',
  'chase',
  'add-note',
  'attach',
  'start-wait',
  'end-wait',
  'extend',
  'rate',
  'reopen',
  'escalate',
  'dismiss',
  'link-incident',
  'unlink-incident',
  'cite-case',
] as const satisfies readonly CommandName[];
export type TicketCommandName = (typeof ticketCommands)[number];

export const commandNames = [...ticketCommands, ...coordinationCommands] as const satisfies readonly CommandName[];

/** A new ticket. `number`, `customerId` and the versions are settled by the caller before it asks. */
export type Registration = {
  number: string;
  customerId: number;
  channel: string;
  /** When the customer's words arrived; may lie before now, never after. */
  receivedAt: number;
  answers: Answers;
  /** Of a ticket that is taken over from elsewhere. */
  takenOver?: TakenOver;
};

/** History starts no clocks by having been received; `reference` is its name there; `notes` is what fits no field. */
export type TakenOver = { isHistory: boolean; reference: string; notes: readonly string[] };
