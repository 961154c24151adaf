import type { PartyKind } from '../playbook/schema-parts.ts';

/**
 * What departments have under way together on one ticket. The clear part only: what was said stands in the ticket's text, under the
 * subject it is about (`subjects.ts`).
 */

export const partyRoles = ['responsible', 'involved'] as const;
export type PartyRole = (typeof partyRoles)[number];

/** `id` is `customer`, `department:<code>` or `external:<n>`. */
export type Party = { id: string; kind: PartyKind; role: PartyRole; department: string | null };

export const taskCauses = ['collaboration', 'meeting', 'solution', 'manual'] as const;
export type TaskCause = (typeof taskCauses)[number];

/** Work for one person or department besides the main owner's. `of`: the meeting or solution round that it comes from. */
export type Task = {
  id: number;
  department: string;
  owner: number | null;
  due: number | null;
  /** When whoever accepted it expects to be done. */
  eta: number | null;
  cause: TaskCause;
  of: number | null;
  status: 'open' | 'accepted' | 'declined' | 'done' | 'cancelled';
  at: number;
  endedAt: number | null;
};

export const letterWays = ['phone', 'message', 'email', 'print'] as const;
export type LetterWay = (typeof letterWays)[number];

/** A collaboration request letter. `date`: the other date that was offered, or the one agreed on. */
export type Letter = {
  id: number;
  party: string;
  wantedBy: number | null;
  via: LetterWay[];
  contact: number | null;
  date: number | null;
  status: 'sent' | 'accepted' | 'declined' | 'counter' | 'withdrawn';
  at: number;
  answeredAt: number | null;
};

export type Meeting = {
  id: number;
  at: number;
  until: number;
  staff: number[];
  parties: string[];
  minutesTaker: number;
  status: 'called' | 'held' | 'cancelled';
  calledBy: number | null;
  endedAt: number | null;
};

/** Who of a solution does something by when; what and how stand in the text. */
export type SolutionItem = { who: string; when: number | null };
export type SolutionAnswer = 'pending' | 'confirmed' | 'objected';

/** One sending round of a solution to all parties. A new round replaces the one before. */
export type SolutionRound = {
  id: number;
  items: SolutionItem[];
  answers: Record<string, SolutionAnswer>;
  status: 'open' | 'objected' | 'agreed' | 'overruled' | 'replaced';
  at: number;
  endedAt: number | null;
};

export type Coordination = {
  parties: Party[];
  /** Departments that were dropped in this cycle, by party; absent while none ever was. The answers do not name them again. */
  dropped?: string[];
  tasks: Task[];
  letters: Letter[];
  meetings: Meeting[];
  rounds: SolutionRound[];
};

export const nothingUnderWay: Coordination = { parties: [], tasks: [], letters: [], meetings: [], rounds: [] };

export const isTaskOpen = ({ status }: Pick<Task, 'status'>): boolean => status === 'open' || status === 'accepted';
export const isLetterOpen = ({ status }: Pick<Letter, 'status'>): boolean => status === 'sent' || status === 'counter';

export const departmentParty = (code: string): string => `department:${code}`;
export const customerParty = 'customer';

/** The departments that have or had a part in the ticket besides the one it was handed to: they may read it. */
export function departmentsOf({ parties, tasks }: Coordination): string[] {
  const named = parties.flatMap(({ department }) => (department === null ? [] : [department]));
  return [...new Set([...named, ...tasks.map(({ department }) => department)])];
}

/** People with a part of their own: owners of tasks, attendees and takers of minutes, contacts of letters. */
export function staffOf({ tasks, letters, meetings }: Coordination): number[] {
  const owners = tasks.flatMap(({ owner }) => (owner === null ? [] : [owner]));
  const attendees = meetings.flatMap(({ staff, minutesTaker }) => [...staff, minutesTaker]);
  const contacts = letters.flatMap(({ contact }) => (contact === null ? [] : [contact]));
  return [...new Set([...owners, ...attendees, ...contacts])];
}
