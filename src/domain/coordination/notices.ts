import type { CoordinationCatalogue } from '../coordination/events.ts';
import type { Directory } from '../ticket/context.ts';
import type { TicketEvent } from '../ticket/events.ts';
import type { NoticeKind } from '../ticket/notice-kinds.ts';
import { department, owner, service } from '../ticket/recipients.ts';
import type { TicketFacts } from '../ticket/state.ts';
import { nothingUnderWay } from './state.ts';

/** Who is to hear of what departments do together; null where nobody has to. */
export type Told = { kind: NoticeKind; to: readonly number[]; due?: number | null };

export function coordinationNotice(directory: Directory, state: TicketFacts, event: TicketEvent): Told | null {
  const { tasks, letters, meetings, rounds, parties } = state.coordination ?? nothingUnderWay;
  const inCharge = [...owner(directory, state), ...service(directory, state)];
  switch (event.type) {
    case 'handoff.accepted':
      return {
        kind: event.data.isCounter ? 'counter-date' : 'accepted',
        to: service(directory, state),
        due: event.data.eta,
      };
    case 'handoff.date-settled':
      return { kind: 'date-settled', to: owner(directory, state), due: event.data.deadline };
    case 'obstacle.reported':
      return { kind: 'obstacle', to: service(directory, state), due: event.data.eta };
    case 'party.named':
      return { kind: 'party-named', to: ofParty(directory, parties, event.data.party) };
    case 'task.assigned':
      return { kind: 'task-assigned', to: doersOf(directory, event.data), due: event.data.due };
    case 'task.declined':
      return { kind: 'task-declined', to: inCharge };
    case 'task.done':
      return { kind: 'task-done', to: inCharge };
    case 'task.cancelled': {
      const task = tasks.find(({ id }) => id === event.data.task);
      return task ? { kind: 'task-cancelled', to: doersOf(directory, task) } : null;
    }
    case 'letter.sent':
      return { kind: 'letter-sent', to: ofParty(directory, parties, event.data.party), due: event.data.wantedBy };
    case 'letter.answered':
    case 'letter.settled':
    case 'letter.withdrawn': {
      const letter = letters.find(({ id }) => id === event.data.letter);
      if (!letter) return null;
      if (event.type === 'letter.answered')
        return { kind: 'letter-answered', to: [...inCharge, ...one(letter.contact)] };
      return { kind: 'letter-settled', to: ofParty(directory, parties, letter.party) };
    }
    case 'meeting.called':
      return { kind: 'meeting-called', to: invited(directory, parties, event.data), due: event.data.at };
    case 'meeting.minuted':
    case 'meeting.cancelled': {
      const meeting = meetings.find(({ id }) => id === event.data.meeting);
      if (!meeting) return null;
      const kind = event.type === 'meeting.minuted' ? 'meeting-minuted' : 'meeting-cancelled';
      return { kind, to: invited(directory, parties, meeting) };
    }
    case 'solution.circulated':
      return {
        kind: 'solution-circulated',
        to: event.data.parties
          .filter((party) => !event.data.confirmed.includes(party))
          .flatMap((party) => ofParty(directory, parties, party)),
      };
    case 'solution.answered':
      return event.data.answer === 'objected' ? { kind: 'solution-objected', to: inCharge } : null;
    case 'solution.agreed': {
      const asked = rounds.find(({ id }) => id === event.data.round)?.answers ?? {};
      const all = Object.keys(asked).flatMap((party) => ofParty(directory, parties, party));
      return { kind: 'solution-agreed', to: [...inCharge, ...all] };
    }
    default:
      return null;
  }
}

const one = (id: number | null): number[] => (id === null ? [] : [id]);

function doersOf(directory: Directory, task: { owner: number | null; department: string }): readonly number[] {
  return task.owner === null ? department(directory, task.department) : [task.owner];
}

type Parties = readonly { id: string; department: string | null }[];

/** Whoever takes in the work of a department; people outside have no inbox here. */
function ofParty(directory: Directory, parties: Parties, id: string): readonly number[] {
  const code = parties.find((party) => party.id === id)?.department ?? null;
  return code === null ? [] : department(directory, code);
}

type Invitation = Pick<CoordinationCatalogue['meeting.called']['data'], 'staff' | 'parties' | 'minutesTaker'>;

function invited(directory: Directory, all: Parties, { staff, parties, minutesTaker }: Invitation): number[] {
  return [...new Set([...staff, minutesTaker, ...parties.flatMap((party) => ofParty(directory, all, party))])];
}
