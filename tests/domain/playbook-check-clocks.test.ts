import { byId, describeMistakes, field, flow, kit } from './playbook-mistakes.ts';

describeMistakes('clocks', [
  [
    'a priority without a target',
    flow,
    (d) => delete d.clocks[0].target.urgent,
    'clocks[0].target: has no target for the priority "urgent"',
  ],
  [
    'a target of no priority',
    flow,
    (d) => Object.assign(d.clocks[0].target, { low: '3h' }),
    'clocks[0].target.low: there is no priority "low"; there is urgent, important, normal',
  ],
  [
    'a target of another priority',
    flow,
    (d) => Object.assign(d.clocks[0], { priorities: ['urgent', 'important'] }),
    'clocks[0].target.normal: the clock is not for the priority "normal": see its priorities',
  ],
  [
    'a stage of an event that has none',
    flow,
    (d) => Object.assign(d.clocks[0].stops[0], { stage: 'analyse' }),
    'clocks[0].stops[0].stage: does not go with handoff.accepted, only with stage.entered, stage.completed, form.submitted, progress.recorded',
  ],
  [
    'a kind of an event that has none',
    flow,
    (d) => Object.assign(d.clocks[0].stops[0], { kind: 'result' }),
    'clocks[0].stops[0].kind: does not go with handoff.accepted, only with customer.informed',
  ],
  [
    'a verification that nobody makes',
    flow,
    (d) => {
      delete field(d, 'execution-record', 'verified').binds;
      d.stages[4].gates = [];
    },
    'clocks[4].stops[0]: work.verified can never happen here: no form of a stage binds verified',
  ],
  [
    'a solution that nobody proposes',
    flow,
    (d) => {
      delete field(d, 'analysis-report', 'root-cause').binds;
      delete field(d, 'analysis-report', 'solution').binds;
      d.clocks[0].stops = [{ on: 'solution.proposed' }];
    },
    'clocks[0].stops[0]: solution.proposed can never happen here: no form of a stage binds root-cause or solution',
  ],
  [
    'a resolution that no stage is',
    kit,
    (d) => {
      for (const stage of d.stages) stage.status = 'in-progress';
    },
    'clocks[5].starts[0]: ticket.resolved can never happen here: no stage has the status resolved',
  ],
  [
    'a callback that nobody makes',
    flow,
    (d) => {
      delete field(d, 'callback-record', 'rating').binds;
      d.stages[5].gates = [];
      for (const stage of d.stages) stage.status = 'todo';
      d.clocks[4].cancels = [{ on: 'callback.made' }];
    },
    'clocks[4].cancels[0]: callback.made can never happen here: no form of a stage binds rating, and no stage has the gate called-back or the status resolved',
  ],
  [
    'a form not answered yet',
    flow,
    (d) => Object.assign(d.clocks[0], { stops: [{ on: 'form.submitted', form: 'analysis-report', stage: 'assign' }] }),
    'clocks[0].stops[0]: form.submitted can never happen here: no stage up to "assign" has the form "analysis-report"',
  ],
  [
    'the first stage entered',
    flow,
    (d) => Object.assign(d.clocks[2], { starts: [{ on: 'stage.entered', stage: 'register' }] }),
    'clocks[2].starts[0]: stage.entered can never happen here: no ticket ever comes to "register" again; use ticket.registered',
  ],
  [
    'a stop before the start',
    flow,
    (d) =>
      Object.assign(d.clocks[2], {
        starts: [{ on: 'stage.completed', stage: 'archive' }],
        stops: [{ on: 'stage.entered', stage: 'archive' }],
      }),
    ['clocks[2].starts[0].on: closing a ticket ends its clocks, so this one would never run'],
  ],
  [
    'a receipt as a stop',
    flow,
    (d) => Object.assign(d.clocks[0], { stops: [{ on: 'ticket.received' }] }),
    'clocks[0].stops[0]: can never happen once the clock has started',
  ],
  [
    'a stage passed for good',
    flow,
    (d) =>
      Object.assign(d.clocks[2], {
        starts: [{ on: 'stage.completed', stage: 'classify' }],
        stops: [{ on: 'stage.completed', stage: 'classify' }],
      }),
    'clocks[2].stops[0]: can never happen once the clock has started',
  ],
  [
    'a stop that is the registration itself',
    flow,
    (d) => Object.assign(d.clocks[4], { stops: [{ on: 'stage.completed', stage: 'register' }] }),
    'clocks[4].stops[0]: can never happen once the clock has started',
  ],
  [
    'a start that is the end',
    flow,
    (d) => Object.assign(d.clocks[2], { starts: [{ on: 'ticket.closed' }] }),
    'clocks[2].starts[0].on: closing a ticket ends its clocks, so this one would never run',
  ],
  [
    'a warning that never comes',
    flow,
    (d) => Object.assign(d.clocks[2], { warn: ['24h'] }),
    'clocks[2].warn[0]: "24h" before the due time is not shorter than any target, so it would never warn',
  ],
  [
    'a warning twice',
    flow,
    (d) => Object.assign(d.clocks[2], { warn: ['1h', '1h'] }),
    'clocks[2].warn[1]: "1h" is listed twice',
  ],
  [
    'a ladder upside down',
    flow,
    (d) => d.clocks[0].breach.reverse(),
    [
      'clocks[0].breach[1].after: must be later than the step before',
      'clocks[0].breach[2].after: must be later than the step before',
    ],
  ],
  [
    'an extension of a deadline',
    flow,
    (d) => Object.assign(d.extension, { clocks: ['task-deadline'] }),
    'extension.clocks[0]: "task-deadline" follows the ticket\'s deadline; change that instead of extending the clock',
  ],
  [
    'an extension for priorities that the clock does not have',
    flow,
    (d) => {
      Object.assign(byId(d.clocks, 'resolution'), { priorities: ['urgent'], target: { urgent: '24h' }, warn: ['2h'] });
      d.extension.priorities = ['normal'];
    },
    'extension.clocks[0]: "resolution" exists for none of the priorities that may be extended, so it never could be',
  ],
  [
    'an extension for no priority',
    flow,
    (d) => Object.assign(d.extension, { priorities: [] }),
    'extension.priorities: names none, so nothing could be extended',
  ],
]);
