import { byId, describeMistakes, type Loose } from './playbook-mistakes.ts';

const clock = (document: Loose, id: string) => byId(document.clocks, id);
const place = (document: Loose, id: string) => document.clocks.indexOf(clock(document, id));

describeMistakes('clocks that are kept for each task, letter, party', [
  [
    'a start that is about none of them',
    'coordination',
    (d) => {
      d.clocks = [clock(d, 'letter-answer'), ...d.clocks.filter(({ id }: Loose) => id !== 'letter-answer')];
      d.clocks[0].starts = [{ on: 'handoff.made' }];
    },
    'clocks[0].starts[0].on: a clock for each letter starts at letter.sent or letter.answered or letter.settled, not at handoff.made',
  ],
  [
    'a stop by which the promise to all would be kept',
    'coordination',
    (d) => {
      d.clocks = [clock(d, 'task-due')];
      d.clocks[0].stops = [{ on: 'task.done' }, { on: 'progress.recorded' }];
    },
    'clocks[0].stops[1].on: progress.recorded concerns no single task, so it would end the clock for all of them; use task.done or task.declined or task.accepted or task.cancelled or task.assigned',
  ],
  [
    'calling off all by what befalls something else',
    'coordination',
    (d) => {
      d.clocks = [clock(d, 'letter-answer')];
      d.clocks[0].cancels = [{ on: 'ticket.reopened' }, { on: 'meeting.minuted' }];
    },
    'clocks[0].cancels[1].on: meeting.minuted concerns no single letter, so it would end the clock for all of them; use letter.answered or letter.settled or letter.withdrawn or letter.sent',
  ],
  [
    'a rhythm for each that something else ends',
    'coordination',
    (d) => {
      d.clocks = [clock(d, 'task-due')];
      d.clocks[0].repeats = { until: [{ on: 'customer.informed' }] };
    },
    'clocks[0].repeats.until[0].on: customer.informed concerns no single task, so it would end the clock for all of them; use task.done or task.declined or task.accepted or task.cancelled or task.assigned',
  ],
  [
    'a rhythm until what is not used here',
    'quick-response',
    (d) => {
      const at = place(d, 'heartbeat');
      d.clocks = [d.clocks[at]];
      d.clocks[0].repeats = { until: [{ on: 'meeting.minuted' }] };
    },
    'clocks[0].repeats.until[0].on: meeting.minuted can never happen here: coordination.uses does not list meetings',
  ],
  [
    'a stop that is meant for all',
    'coordination',
    (d) => {
      d.clocks = [clock(d, 'solution-answer')];
      d.clocks[0].stops = [{ on: 'solution.answered' }, { on: 'solution.agreed' }, { on: 'ticket.resolved' }];
      d.clocks[0].cancels = [{ on: 'stage.completed', stage: 'agree' }];
    },
    [],
  ],
]);
