import type { PartyKind } from '../playbook/schema-parts.ts';
import type { LetterWay, PartyRole } from './state.ts';

/** What can be asked for between departments. Times are epoch ms; `who` and `party` are ids of parties. */
export type CoordinationCommand =
  | {
      do: 'name-party';
      kind: PartyKind;
      department: string | null;
      role: PartyRole;
      name: string;
      contact: string;
      why: string;
    }
  | { do: 'drop-party'; party: string; reason: string }
  | { do: 'note-contact'; party: string; via: string; outcome: string; expected: number | null }
  | { do: 'assign-task'; department: string; owner: number | null; due: number | null; what: string }
  | { do: 'accept-task'; task: number; eta: number | null; plan: string }
  | { do: 'decline-task'; task: number; reason: string }
  | { do: 'finish-task'; task: number; result: string }
  | { do: 'cancel-task'; task: number; reason: string }
  | {
      do: 'send-letter';
      party: string;
      wantedBy: number | null;
      via: LetterWay[];
      contact: number | null;
      background: string;
      demand: string;
    }
  | {
      do: 'answer-letter';
      letter: number;
      answer: 'accepted' | 'declined' | 'counter';
      date: number | null;
      via: string;
      note: string;
    }
  | { do: 'settle-letter'; letter: number; isAgreed: boolean; note: string }
  | { do: 'withdraw-letter'; letter: number; reason: string }
  | {
      do: 'call-meeting';
      at: number;
      until: number;
      staff: number[];
      parties: string[];
      minutesTaker: number | null;
      topic: string;
      place: string;
      agenda: string[];
      bring: string;
    }
  | {
      do: 'record-minutes';
      meeting: number;
      attended: number[];
      background: string;
      statements: string[];
      decisions: string[];
      actions: { what: string; department: string | null; owner: number | null; due: number | null }[];
    }
  | { do: 'cancel-meeting'; meeting: number; reason: string }
  | {
      do: 'circulate-solution';
      summary: string;
      items: { what: string; how: string; who: string; when: number | null }[];
    }
  | { do: 'answer-solution'; round: number; party: string; answer: 'confirmed' | 'objected'; via: string; note: string }
  | { do: 'overrule-solution'; round: number; reason: string };

export type CoordinationCommandName = CoordinationCommand['do'];

export const coordinationCommands = [
  'name-party',
  'drop-party',
  'note-contact',
  'assign-task',
  'accept-task',
  'decline-task',
  'finish-task',
  'cancel-task',
  'send-letter',
  'answer-letter',
  'settle-letter',
  'withdraw-letter',
  'call-meeting',
  'record-minutes',
  'cancel-meeting',
  'circulate-solution',
  'answer-solution',
  'overrule-solution',
] as const satisfies readonly CoordinationCommandName[];
