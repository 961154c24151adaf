import type { TicketEvent } from '../ticket/events.ts';
import {
  type Coordination,
  departmentParty,
  isLetterOpen,
  isTaskOpen,
  type Letter,
  type Meeting,
  nothingUnderWay,
  type Party,
  type SolutionRound,
  type Task,
} from './state.ts';

/**
 * What is under way after an event. `namesParties`: the playbook keeps parties, so a department that the ticket is handed to is one
 * from then on. The same object comes back when nothing has changed.
 */
export function coordinationAfter(
  before: Coordination | undefined,
  event: TicketEvent,
  namesParties: boolean,
): Coordination | undefined {
  const had = before ?? nothingUnderWay;
  const after = changed(had, event, namesParties);
  return after === had ? before : after;
}

function changed(had: Coordination, event: TicketEvent, namesParties: boolean): Coordination {
  switch (event.type) {
    case 'handoff.made':
      return namesParties ? withParty(had, responsible(event.data.department)) : had;
    case 'party.named': {
      const { party: id, kind, role, department } = event.data;
      return withParty(had, { id, kind, role, department });
    }
    case 'party.dropped':
      return withoutParty(had, event.data.party);
    case 'ticket.reopened':
    case 'ticket.closed':
      return calledOff(had, event);
    default:
      return changedItem(had, event);
  }
}

function changedItem(had: Coordination, event: TicketEvent): Coordination {
  const tasks = tasksAfter(had.tasks, event);
  const letters = lettersAfter(had.letters, event);
  const meetings = meetingsAfter(had.meetings, event);
  const rounds = roundsAfter(had.rounds, event);
  const isSame = tasks === had.tasks && letters === had.letters && meetings === had.meetings && rounds === had.rounds;
  return isSame ? had : { ...had, tasks, letters, meetings, rounds };
}

/** What is still asked when a ticket closes or begins anew is asked no more; another cycle needs another agreement. */
function calledOff(had: Coordination, { type, at }: TicketEvent): Coordination {
  if (had === nothingUnderWay) return had;
  const ended = { status: 'cancelled' as const, endedAt: at };
  return {
    ...had,
    tasks: had.tasks.map((task) => (isTaskOpen(task) ? { ...task, ...ended } : task)),
    letters: had.letters.map((letter) => (isLetterOpen(letter) ? { ...letter, status: 'withdrawn' } : letter)),
    meetings: had.meetings.map((meeting) => (meeting.status === 'called' ? { ...meeting, ...ended } : meeting)),
    rounds: type === 'ticket.reopened' ? had.rounds.map((round) => replaced(round, at)) : had.rounds,
    ...(had.dropped && { dropped: type === 'ticket.reopened' ? [] : had.dropped }),
  };
}

const responsible = (department: string): Party => ({
  id: departmentParty(department),
  kind: 'department',
  role: 'responsible',
  department,
});

function withParty(had: Coordination, party: Party): Coordination {
  const known = had.parties.findIndex(({ id }) => id === party.id);
  const parties = known < 0 ? [...had.parties, party] : had.parties.with(known, party);
  return { ...had, parties, ...(had.dropped && { dropped: had.dropped.filter((id) => id !== party.id) }) };
}

function withoutParty(had: Coordination, party: string): Coordination {
  const parties = had.parties.filter(({ id }) => id !== party);
  const isDepartment = had.parties.some(({ id, kind }) => id === party && kind === 'department');
  return { ...had, parties, ...(isDepartment && { dropped: [...(had.dropped ?? []), party] }) };
}

function tasksAfter(tasks: Task[], { type, data, at }: TicketEvent): Task[] {
  switch (type) {
    case 'task.assigned': {
      const { task: id, department, owner, due, cause, of } = data;
      return [...tasks, { id, department, owner, due, eta: null, cause, of, status: 'open', at, endedAt: null }];
    }
    case 'task.accepted':
      return changeOne(tasks, data.task, { status: 'accepted', owner: data.owner, eta: data.eta });
    case 'task.declined':
      return changeOne(tasks, data.task, { status: 'declined', endedAt: at });
    case 'task.done':
      return changeOne(tasks, data.task, { status: 'done', endedAt: at });
    case 'task.cancelled':
      return changeOne(tasks, data.task, { status: 'cancelled', endedAt: at });
    default:
      return tasks;
  }
}

function lettersAfter(letters: Letter[], { type, data, at }: TicketEvent): Letter[] {
  switch (type) {
    case 'letter.sent': {
      const { letter: id, party, wantedBy, via, contact } = data;
      return [...letters, { id, party, wantedBy, via, contact, date: null, status: 'sent', at, answeredAt: null }];
    }
    case 'letter.answered':
      return changeOne(letters, data.letter, { status: data.answer, date: data.date, answeredAt: at });
    case 'letter.settled':
      return changeOne(letters, data.letter, { status: data.isAgreed ? 'accepted' : 'withdrawn' });
    case 'letter.withdrawn':
      return changeOne(letters, data.letter, { status: 'withdrawn' });
    default:
      return letters;
  }
}

function meetingsAfter(meetings: Meeting[], { type, data, at, actor }: TicketEvent): Meeting[] {
  switch (type) {
    case 'meeting.called': {
      const { meeting: id, at: from, until, staff, parties, minutesTaker } = data;
      const calledBy = actor.kind === 'staff' ? actor.id : null;
      return [
        ...meetings,
        { id, at: from, until, staff, parties, minutesTaker, status: 'called', calledBy, endedAt: null },
      ];
    }
    case 'meeting.minuted':
      return changeOne(meetings, data.meeting, { status: 'held', endedAt: at });
    case 'meeting.cancelled':
      return changeOne(meetings, data.meeting, { status: 'cancelled', endedAt: at });
    default:
      return meetings;
  }
}

function roundsAfter(rounds: SolutionRound[], { type, data, at }: TicketEvent): SolutionRound[] {
  switch (type) {
    case 'solution.circulated': {
      const { round: id, parties, confirmed, items } = data;
      const said = (party: string) => (confirmed.includes(party) ? ('confirmed' as const) : ('pending' as const));
      const answers = Object.fromEntries(parties.map((party) => [party, said(party)]));
      const past = rounds.map((round) => replaced(round, at));
      return [...past, { id, items, answers, status: 'open', at, endedAt: null }];
    }
    case 'solution.answered': {
      const round = rounds.find(({ id }) => id === data.round);
      const answers = { ...round?.answers, [data.party]: data.answer };
      const status = data.answer === 'objected' ? ('objected' as const) : (round?.status ?? 'open');
      return changeOne(rounds, data.round, { answers, status });
    }
    case 'solution.agreed':
      return changeOne(rounds, data.round, { status: data.isOverruled ? 'overruled' : 'agreed', endedAt: at });
    default:
      return rounds;
  }
}

/** What was agreed in an earlier cycle, or before a better proposal, no longer counts. */
function replaced(round: SolutionRound, at: number): SolutionRound {
  return round.status === 'replaced' ? round : { ...round, status: 'replaced', endedAt: round.endedAt ?? at };
}

function changeOne<T extends { id: number }>(all: T[], id: number, change: Partial<T>): T[] {
  return all.map((one) => (one.id === id ? { ...one, ...change } : one));
}
