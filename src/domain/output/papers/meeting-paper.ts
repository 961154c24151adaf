import type { Meeting, Task } from '../../coordination/state.ts';
import { subjectOf } from '../../coordination/subjects.ts';
import type { FormDocument } from '../document.ts';
import { gridSection, narrow, type Paper, sheet, wide } from './paper-context.ts';

/** The invitation before the meeting, the minutes after it. */
export function meetingPaper(paper: Paper, meeting: Meeting): FormDocument {
  const { say, speech, words, lines, underWay } = paper;
  const subject = subjectOf('meeting', meeting.id);
  const isHeld = meeting.status === 'held';
  const number = `${paper.ticket.facts.number}-M${meeting.id}`;
  const actions = underWay.tasks.filter(({ cause, of }) => cause === 'meeting' && of === meeting.id);
  const sections = [
    {
      heading: null,
      rows: [
        wide(say('topic'), words(subject, 'topic')),
        wide(say('when'), `${speech.time(meeting.at)} – ${speech.time(meeting.until)}`),
        narrow(say('place'), words(subject, 'place')),
        narrow(say('ticket'), paper.ticket.facts.number),
        narrow(say('calledBy'), speech.staff(meeting.calledBy)),
        narrow(say('takesMinutes'), speech.staff(meeting.minutesTaker)),
        wide(say('invited'), invited(paper, meeting)),
        ...(isHeld ? [wide(say('attended'), speech.people(attendedOf(paper, meeting)))] : []),
      ],
    },
    {
      heading: null,
      rows: [
        wide(say('agenda'), lines(subject, 'agenda')),
        ...(isHeld ? [] : [wide(say('bring'), words(subject, 'bring'))]),
        wide(say('background'), words(subject, 'background')),
        wide(say('statements'), lines(subject, 'statements')),
        wide(say('decisions'), lines(subject, 'decisions')),
        wide(speech.say('reason'), words(subject, 'reason')),
      ],
    },
    ...gridSection(
      say('actions'),
      [say('number'), say('what'), say('owner'), say('by'), say('status')],
      actions.map((task) => actionRow(paper, task)),
    ),
  ];
  const title = say(isHeld ? 'minutes' : meeting.status === 'cancelled' ? 'cancelled' : 'invitation');
  const signatures = isHeld
    ? [
        { label: say('takesMinutes'), name: speech.staff(meeting.minutesTaker), at: speech.time(meeting.endedAt) },
        { label: speech.say('reviewedBy'), name: null, at: null },
      ]
    : [];
  return sheet(paper, `meeting-${meeting.id}`, title, number, sections, signatures);
}

function invited({ speech, party, context }: Paper, { staff, parties }: Meeting): string {
  const names = [...staff.map((id) => speech.staff(id)), ...parties.map(party)];
  return names.join(context.language === 'en' ? ', ' : '、');
}

/** Who was there stands with the minutes alone. */
function attendedOf({ ticket }: Paper, { id }: Meeting): number[] {
  const minuted = ticket.events.find((event) => event.type === 'meeting.minuted' && event.data.meeting === id);
  return minuted?.type === 'meeting.minuted' ? minuted.data.attended : [];
}

function actionRow({ say, speech, words }: Paper, task: Task): string[] {
  const owner = [speech.department(task.department), speech.staff(task.owner)].filter((name) => name !== '');
  return [
    `T${task.id}`,
    words(subjectOf('task', task.id), 'what'),
    owner.join(' '),
    speech.time(task.due ?? task.eta),
    say(`task.${task.status}`),
  ];
}
