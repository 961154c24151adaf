import type { CoordinationView } from '../../../contract/coordination.ts';
import type { CoordinationCommandName } from '../../../domain/coordination/commands.ts';
import { coordinationCommands } from '../../../domain/coordination/commands.ts';
import { solutionSubject } from '../../../domain/coordination/evolve-text.ts';
import { mayAnswerFor, mayMinute, mayWorkOn, partyAsked } from '../../../domain/coordination/may-answer.ts';
import {
  isLetterOpen,
  isTaskOpen,
  type Letter,
  type Meeting,
  nothingUnderWay,
  type SolutionRound,
  type Task,
} from '../../../domain/coordination/state.ts';
import { subjectOf } from '../../../domain/coordination/subjects.ts';
import { usesOf } from '../../../domain/coordination/uses.ts';
import { whyNot } from '../../../domain/ticket/actions.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { TicketContext } from '../../../domain/ticket/context.ts';
import type { TicketState } from '../../../domain/ticket/state.ts';

/** What departments have under way, as the API shows it, with what this person may do with each. Null where the playbook knows nothing of it. */
export function coordinationView(
  context: TicketContext & { now: number },
  state: TicketState,
  actor: Actor,
): CoordinationView | null {
  const uses = usesOf(context.playbook);
  if (uses.size === 0) return null;
  const reasons = new Map(coordinationCommands.map((name) => [name, whyNot(context, state, name, actor)]));
  const allowed = new Set(coordinationCommands.filter((name) => reasons.get(name) === null));
  const page = new Page(state, actor, allowed);
  const { parties, tasks, letters, meetings, rounds } = state.coordination ?? nothingUnderWay;
  return {
    uses: [...uses],
    may: page.ifAllowed(...beginnings),
    mayNot: beginnings.flatMap((name) => {
      const why = reasons.get(name) ?? null;
      return why === null || notTheirs.has(why) ? [] : [{ do: name, why }];
    }),
    parties: parties.map((party) => ({
      ...party,
      ...page.words(subjectOf('party', party.id), 'name', 'contact', 'why', 'outcome'),
      may: page.ifAllowed('drop-party', 'note-contact'),
    })),
    tasks: tasks.map((task) => taskView(page, task)),
    letters: letters.map((letter) => letterView(page, letter)),
    meetings: meetings.map((meeting) => meetingView(page, meeting)),
    rounds: rounds.map((round) => roundView(page, round)),
  };
}

const beginnings = [
  'name-party',
  'note-contact',
  'assign-task',
  'send-letter',
  'call-meeting',
  'circulate-solution',
] as const;

/** What the procedure or the person's part never offers needs no explanation. */
const notTheirs: ReadonlySet<string> = new Set(['coordination.not-used', 'auth.forbidden']);

/** One ticket as one person sees it. */
class Page {
  readonly state: TicketState;
  readonly actor: Actor;
  readonly #allowed: ReadonlySet<CoordinationCommandName>;

  constructor(state: TicketState, actor: Actor, allowed: ReadonlySet<CoordinationCommandName>) {
    this.state = state;
    this.actor = actor;
    this.#allowed = allowed;
  }

  ifAllowed(...names: CoordinationCommandName[]): CoordinationCommandName[] {
    return names.filter((name) => this.#allowed.has(name));
  }

  number(letter: 'T' | 'L' | 'M', id: number): string {
    return `${this.state.number}-${letter}${id}`;
  }

  words<K extends string>(subject: string, ...keys: K[]): Record<K, string> {
    return Object.fromEntries(keys.map((key) => [key, this.#said(subject, key, '')])) as Record<K, string>;
  }

  lines<K extends string>(subject: string, ...keys: K[]): Record<K, string[]> {
    const none: string[] = [];
    return Object.fromEntries(keys.map((key) => [key, this.#said(subject, key, none)])) as Record<K, string[]>;
  }

  #said<T extends string | string[]>(subject: string, key: string, none: T): T {
    const said = this.state.text?.coordination?.[subject]?.[key];
    return Array.isArray(said) === Array.isArray(none) && said !== undefined ? (said as T) : none;
  }
}

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

function taskView(page: Page, task: Task): CoordinationView['tasks'][number] {
  const { due, eta, at, endedAt, ...clear } = task;
  const mine = isTaskOpen(task) && mayWorkOn(page.actor, task);
  return {
    ...clear,
    number: page.number('T', task.id),
    due: isoOrNull(due),
    eta: isoOrNull(eta),
    at: iso(at),
    endedAt: isoOrNull(endedAt),
    ...page.words(subjectOf('task', task.id), 'what', 'plan', 'result', 'reason'),
    may: [
      ...(mine && task.status === 'open' ? page.ifAllowed('accept-task') : []),
      ...(mine ? page.ifAllowed('finish-task', 'decline-task') : []),
      ...(isTaskOpen(task) ? page.ifAllowed('cancel-task') : []),
    ],
  };
}

function letterView(page: Page, letter: Letter): CoordinationView['letters'][number] {
  const { wantedBy, date, at, answeredAt, ...clear } = letter;
  const isOurs = mayAnswerFor(page.actor, page.state, partyAsked(page.state, letter.party));
  return {
    ...clear,
    number: page.number('L', letter.id),
    wantedBy: isoOrNull(wantedBy),
    date: isoOrNull(date),
    at: iso(at),
    answeredAt: isoOrNull(answeredAt),
    ...page.words(subjectOf('letter', letter.id), 'background', 'demand', 'note', 'reason'),
    may: [
      ...(letter.status === 'sent' && isOurs ? page.ifAllowed('answer-letter') : []),
      ...(letter.status === 'counter' ? page.ifAllowed('settle-letter') : []),
      ...(isLetterOpen(letter) ? page.ifAllowed('withdraw-letter') : []),
    ],
  };
}

function meetingView(page: Page, meeting: Meeting): CoordinationView['meetings'][number] {
  const { at, until, endedAt, ...clear } = meeting;
  const subject = subjectOf('meeting', meeting.id);
  return {
    ...clear,
    number: page.number('M', meeting.id),
    at: iso(at),
    until: iso(until),
    endedAt: isoOrNull(endedAt),
    ...page.words(subject, 'topic', 'place', 'bring', 'background', 'reason'),
    ...page.lines(subject, 'agenda', 'statements', 'decisions'),
    may: [
      ...(meeting.status === 'called' && mayMinute(page.actor, page.state, meeting)
        ? page.ifAllowed('record-minutes')
        : []),
      ...(meeting.status === 'called' ? page.ifAllowed('cancel-meeting') : []),
    ],
  };
}

function roundView(page: Page, round: SolutionRound): CoordinationView['rounds'][number] {
  const { id, status, at, endedAt, items, answers } = round;
  const subject = solutionSubject(id);
  const { what, how } = page.lines(subject, 'what', 'how');
  const isAsked = status === 'open' || status === 'objected';
  const mayAnswer = isAsked && page.ifAllowed('answer-solution').length > 0;
  return {
    id,
    status,
    at: iso(at),
    endedAt: isoOrNull(endedAt),
    ...page.words(subject, 'summary', 'reason'),
    items: items.map(({ who, when }, index) => ({
      what: what[index] ?? '',
      how: how[index] ?? '',
      who,
      when: isoOrNull(when),
    })),
    answers: Object.entries(answers).map(([party, answer]) => ({
      party,
      answer,
      note: page.words(subject, `note ${party}`)[`note ${party}`] ?? '',
      mayAnswer:
        mayAnswer && answer === 'pending' && mayAnswerFor(page.actor, page.state, partyAsked(page.state, party)),
    })),
    may: isAsked ? page.ifAllowed('overrule-solution') : [],
  };
}
