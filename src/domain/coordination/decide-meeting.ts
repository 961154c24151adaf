import { Refusal } from '../refusal.ts';
import { checkFuture } from '../ticket/check-time.ts';
import type { DecisionContext } from '../ticket/context.ts';
import type { Makers } from '../ticket/makers.ts';
import type { TicketState } from '../ticket/state.ts';
import type { CoordinationCommand } from './commands.ts';
import { taskHappening } from './decide-task.ts';
import { mayMinute, partyOf } from './may-answer.ts';
import { nextId } from './next-id.ts';
import { type Meeting, nothingUnderWay } from './state.ts';

type Minutes = Extract<CoordinationCommand, { do: 'record-minutes' }>;

/** The coordination meeting: called with an agenda and what to bring, minuted by a named person, its action items tasks. */
export const meetingMakers: Makers<'call-meeting' | 'record-minutes' | 'cancel-meeting'> = {
  'call-meeting': (context, draft, { at, until, staff, parties, minutesTaker, ...text }) => {
    checkFuture(context, at, 'at');
    if (until <= at) throw new Refusal('meeting.ends-before-start', 'until');
    if (minutesTaker === null) throw new Refusal('meeting.minutes-taker-missing', 'minutesTaker');
    checkPeople(context, [minutesTaker], () => 'minutesTaker');
    checkPeople(context, staff, (index) => `staff.${index}`);
    for (const [index, party] of parties.entries()) partyOf(draft.state, party, `parties.${index}`);
    if (staff.length + parties.length === 0) throw new Refusal('meeting.nobody-invited', 'staff');
    if (text.agenda.length === 0) throw new Refusal('meeting.agenda-missing', 'agenda');
    const meeting = nextId((draft.state.coordination ?? nothingUnderWay).meetings, 'at');
    const { topic, place, agenda, bring } = text;
    const data = { meeting, at, until, staff: [...new Set(staff)], parties: [...new Set(parties)], minutesTaker };
    draft.add([{ type: 'meeting.called', data, text: { topic, place, agenda, bring } }]);
  },
  'record-minutes': (context, draft, command) => {
    const { meeting: id, attended, background, statements, decisions } = command;
    const meeting = calledMeeting(draft.state, id);
    if (!mayMinute(context.actor, draft.state, meeting))
      throw new Refusal('meeting.not-yours', 'meeting', { meeting: id });
    if (context.now < meeting.at) throw new Refusal('meeting.not-begun', 'meeting', { meeting: id, at: meeting.at });
    if (decisions.length === 0) throw new Refusal('meeting.decisions-missing', 'decisions');
    checkPeople(context, attended, (index) => `attended.${index}`);
    draft.add([
      { type: 'meeting.minuted', data: { meeting: id, attended }, text: { background, statements, decisions } },
    ]);
    for (const [index, action] of command.actions.entries()) {
      const order = { ...action, department: departmentOf(context, action, index), cause: 'meeting' as const, of: id };
      draft.add([taskHappening(context, draft.state, order, (part) => `actions.${index}.${part}`)]);
    }
  },
  'cancel-meeting': (_, draft, { meeting: id, reason }) => {
    calledMeeting(draft.state, id);
    draft.add([{ type: 'meeting.cancelled', data: { meeting: id }, text: { reason } }]);
  },
};

function checkPeople(
  { directory }: DecisionContext,
  people: readonly number[],
  fieldOf: (index: number) => string,
): void {
  const index = people.findIndex((id) => !directory.staff(id)?.isActive);
  if (index >= 0) throw new Refusal('handoff.owner-unknown', fieldOf(index), { owner: people[index] });
}

/** An action item without anybody to do it by some time is no decision. */
function departmentOf({ directory }: DecisionContext, action: Minutes['actions'][number], index: number): string {
  if (action.owner === null) throw new Refusal('task.owner-missing', `actions.${index}.owner`);
  if (action.due === null) throw new Refusal('task.due-missing', `actions.${index}.due`);
  const department = action.department ?? directory.staff(action.owner)?.departments[0] ?? null;
  if (department === null)
    throw new Refusal('handoff.owner-unknown', `actions.${index}.owner`, { owner: action.owner });
  return department;
}

/** @throws Refusal meeting.unknown, meeting.over */
function calledMeeting({ coordination }: TicketState, id: number): Meeting {
  const meeting = (coordination ?? nothingUnderWay).meetings.find((one) => one.id === id);
  if (!meeting) throw new Refusal('meeting.unknown', 'meeting', { meeting: id });
  if (meeting.status !== 'called')
    throw new Refusal('meeting.over', 'meeting', { meeting: id, status: meeting.status });
  return meeting;
}
