import type { ClockRun, TicketFacts } from '../ticket/state.ts';
import { isTaskOpen, type Meeting, nothingUnderWay } from './state.ts';
import { subjectOf } from './subjects.ts';

/** What somebody has to do on a ticket between departments, and by when: what lists of work are made of. */

export const awaitedKinds = ['task', 'letter', 'settle-letter', 'meeting', 'solution', 'settle-date'] as const;
export type AwaitedKind = (typeof awaitedKinds)[number];

/** `item`: the number of the task, letter, meeting or round; 0 for the date of the hand-off. Either a person or a department has it. */
export type Awaited = {
  kind: AwaitedKind;
  item: number;
  staff: number | null;
  department: string | null;
  due: number | null;
};

export function awaitedOf(facts: TicketFacts): Awaited[] {
  if (facts.status === 'closed') return [];
  return [...datesOf(facts), ...tasksOf(facts), ...lettersOf(facts), ...meetingsOf(facts), ...roundsOf(facts)];
}

/** Who is waited for, as the ticket's row names them. */
export function awaitedKeys(facts: TicketFacts): string[] {
  const keys = awaitedOf(facts).map(({ staff, department }) =>
    staff === null ? departmentKey(department ?? '') : staffKey(staff),
  );
  return [...new Set(keys)].sort();
}

export const staffKey = (id: number): string => `s:${id}`;
export const departmentKey = (code: string): string => `d:${code}`;

function datesOf({ counterDate, registeredBy, deadline }: TicketFacts): Awaited[] {
  if (counterDate === null || registeredBy === null) return [];
  return [{ kind: 'settle-date', item: 0, staff: registeredBy, department: null, due: deadline }];
}

function tasksOf(facts: TicketFacts): Awaited[] {
  return underWay(facts)
    .tasks.filter(isTaskOpen)
    .map(({ id, owner, department, due, eta }) => ({
      kind: 'task',
      item: id,
      staff: owner,
      department: owner === null ? department : null,
      due: due ?? eta ?? dueOf(facts.clocks, subjectOf('task', id)),
    }));
}

function lettersOf(facts: TicketFacts): Awaited[] {
  return underWay(facts).letters.flatMap((letter): Awaited[] => {
    const { id, party, status, wantedBy } = letter;
    const due = dueOf(facts.clocks, subjectOf('letter', id)) ?? wantedBy;
    if (status === 'counter') {
      const staff = letter.contact ?? facts.registeredBy;
      return staff === null ? [] : [{ kind: 'settle-letter', item: id, staff, department: null, due }];
    }
    const department = departmentOf(facts, party);
    return status !== 'sent' || department === null ? [] : [{ kind: 'letter', item: id, staff: null, department, due }];
  });
}

/** The one who takes the minutes has the meeting until they are there. */
function meetingsOf(facts: TicketFacts): Awaited[] {
  return underWay(facts)
    .meetings.filter(({ status }) => status === 'called')
    .flatMap((meeting): Awaited[] => {
      const asked = { kind: 'meeting' as const, item: meeting.id, due: meeting.at };
      return [
        ...peopleOf(meeting).map((staff) => ({ ...asked, staff, department: null })),
        ...meeting.parties.flatMap((party) => {
          const department = departmentOf(facts, party);
          return department === null ? [] : [{ ...asked, staff: null, department }];
        }),
      ];
    });
}

const peopleOf = ({ staff, minutesTaker }: Meeting): number[] => [...new Set([...staff, minutesTaker])];

function roundsOf(facts: TicketFacts): Awaited[] {
  return underWay(facts)
    .rounds.filter(({ status }) => status === 'open')
    .flatMap(({ id, answers }) =>
      Object.entries(answers).flatMap(([party, answer]): Awaited[] => {
        const department = departmentOf(facts, party);
        if (answer !== 'pending' || department === null) return [];
        return [
          { kind: 'solution', item: id, staff: null, department, due: dueOf(facts.clocks, subjectOf('party', party)) },
        ];
      }),
    );
}

const underWay = ({ coordination }: TicketFacts) => coordination ?? nothingUnderWay;

/** A party that has been dropped answers nothing any more; one is named by its id also where the ticket's own department is asked. */
function departmentOf(facts: TicketFacts, party: string): string | null {
  const named = underWay(facts).parties.find(({ id }) => id === party);
  if (named) return named.department;
  return party.startsWith('department:') ? party.slice('department:'.length) : null;
}

function dueOf(clocks: readonly ClockRun[], subject: string): number | null {
  const dues = clocks.flatMap((run) =>
    run.subject === subject && (run.status === 'running' || run.status === 'paused') && run.due !== null
      ? [run.due]
      : [],
  );
  return dues.length === 0 ? null : Math.min(...dues);
}
