import type { PartyKind } from '../playbook/schema-parts.ts';
import type { LetterWay, PartyRole, SolutionItem, TaskCause } from './state.ts';

/** `via`: how it reached whoever wrote it down; `linkBy`: who of the staff made the link it was answered by. Older events know less. */
type HowAnswered = { via: string; linkBy: number };

/** What can happen between departments on a ticket. `data` is clear, `text` is sealed (see `ticket/events.ts`). */
export type CoordinationCatalogue = {
  'party.named': {
    data: { party: string; kind: PartyKind; role: PartyRole; department: string | null };
    text: { name: string; contact: string; why: string };
  };
  'party.dropped': { data: { party: string }; text: { reason: string } };
  'contact.noted': { data: { party: string; via: string; expected: number | null }; text: { outcome: string } };
  'task.assigned': {
    data: {
      task: number;
      department: string;
      owner: number | null;
      due: number | null;
      cause: TaskCause;
      of: number | null;
    };
    text: { what: string };
  };
  'task.accepted': { data: { task: number; owner: number | null; eta: number | null }; text: { plan: string } };
  'task.declined': { data: { task: number }; text: { reason: string } };
  'task.done': { data: { task: number }; text: { result: string } };
  'task.cancelled': { data: { task: number }; text: { reason: string } };
  'letter.sent': {
    data: { letter: number; party: string; wantedBy: number | null; via: LetterWay[]; contact: number | null };
    text: { background: string; demand: string };
  };
  'letter.answered': {
    data: { letter: number; answer: 'accepted' | 'declined' | 'counter'; date: number | null } & Partial<HowAnswered>;
    text: { note: string };
  };
  /** What became of another date that was offered. */
  'letter.settled': { data: { letter: number; isAgreed: boolean }; text: { note: string } };
  'letter.withdrawn': { data: { letter: number }; text: { reason: string } };
  'meeting.called': {
    data: { meeting: number; at: number; until: number; staff: number[]; parties: string[]; minutesTaker: number };
    text: { topic: string; place: string; agenda: string[]; bring: string };
  };
  /** `attended`: who was there, of staff. Action items follow as tasks of the meeting. */
  'meeting.minuted': {
    data: { meeting: number; attended: number[] };
    text: { background: string; statements: string[]; decisions: string[] };
  };
  'meeting.cancelled': { data: { meeting: number }; text: { reason: string } };
  'solution.circulated': {
    data: { round: number; parties: string[]; confirmed: string[]; items: SolutionItem[] };
    text: { summary: string; what: string[]; how: string[] };
  };
  'solution.answered': {
    data: { round: number; party: string; answer: 'confirmed' | 'objected' } & Partial<HowAnswered>;
    text: { note: string };
  };
  'solution.agreed': { data: { round: number; isOverruled: boolean }; text: { reason: string } };
};
export type CoordinationEventType = keyof CoordinationCatalogue;
