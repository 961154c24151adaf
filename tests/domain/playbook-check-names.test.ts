import { byId, describeMistakes, field, flow, kit } from './playbook-mistakes.ts';

describeMistakes('names', [
  [
    'an unknown form',
    flow,
    (d) => Object.assign(d.stages[2], { form: 'task-oder' }),
    'stages[2].form: there is no form "task-oder" (did you mean task-order?)',
  ],
  [
    'an unknown next stage',
    flow,
    (d) => Object.assign(d.stages[0], { next: 'clasify' }),
    'stages[0].next: there is no stage "clasify" (did you mean classify?)',
  ],
  [
    'an unknown restart',
    flow,
    (d) => Object.assign(d.stages[5].dissatisfied, { to: 'asign' }),
    'stages[5].dissatisfied.to: there is no stage "asign" (did you mean assign?)',
  ],
  [
    'an unknown department',
    flow,
    (d) => Object.assign(d.categories[0], { department: 'prodcut' }),
    'categories[0].department: there is no department "prodcut" (did you mean product?)',
  ],
  [
    'an unknown initial priority',
    flow,
    (d) => Object.assign(d, { initialPriority: 'nromal' }),
    'initialPriority: there is no priority "nromal" (did you mean normal?)',
  ],
  [
    'a name like no other',
    flow,
    (d) => Object.assign(d, { initialPriority: 'zzz' }),
    'initialPriority: there is no priority "zzz"; there is urgent, important, normal',
  ],
  [
    'a stage of a clock',
    flow,
    (d) => Object.assign(d.clocks[0].stops[1], { stage: 'analyze' }),
    'clocks[0].stops[1].stage: there is no stage "analyze" (did you mean analyse?)',
  ],
  [
    'a form of a clock',
    flow,
    (d) => d.clocks[0].stops.push({ on: 'form.submitted', form: 'analysis' }),
    'clocks[0].stops[2].form: there is no form "analysis" (did you mean analysis-report?)',
  ],
  [
    'a priority of a clock',
    flow,
    (d) => Object.assign(d.clocks[3], { priorities: ['urgnt'] }),
    'clocks[3].priorities[0]: there is no priority "urgnt" (did you mean urgent?)',
  ],
  [
    'a category of a clock',
    kit,
    (d) => Object.assign(byId(d.clocks, 'suggestion-news'), { categories: ['sugestion'] }),
    'clocks[5].categories[0]: there is no category "sugestion" (did you mean suggestion?)',
  ],
  [
    'a clock of the extension',
    flow,
    (d) => Object.assign(d.extension, { clocks: ['resoluton'] }),
    'extension.clocks[0]: there is no clock "resoluton" (did you mean resolution?)',
  ],
  [
    'a priority of the extension',
    flow,
    (d) => Object.assign(d.extension, { priorities: ['norml'] }),
    'extension.priorities[0]: there is no priority "norml" (did you mean normal?)',
  ],
  [
    'a column of a table',
    kit,
    (d) => Object.assign(d.tables[0].columns[1], { from: 'recievedAt' }),
    'tables[0].columns[1].from: there is no column of a ticket "recievedAt" (did you mean receivedAt?)',
  ],
  [
    'a column of other rows',
    kit,
    (d) => Object.assign(d.tables[0].columns[1], { from: 'customerWords' }),
    'tables[0].columns[1].from: there is no column of a ticket "customerWords" (did you mean customer.name?)',
  ],
  [
    'a dimension of a table',
    kit,
    (d) => Object.assign(d.tables[2].columns[3], { from: 'dimension.atitude' }),
    'tables[2].columns[3].from: there is no rating dimension "atitude" (did you mean attitude?)',
  ],
  [
    'a form of a table',
    kit,
    (d) => Object.assign(d.tables[0].columns[1], { from: 'answer.handing.actions' }),
    'tables[0].columns[1].from: there is no form "handing" (did you mean handling?)',
  ],
  [
    'a field of a table',
    kit,
    (d) => Object.assign(d.tables[0].columns[1], { from: 'answer.handling.action' }),
    'tables[0].columns[1].from: there is no field of handling "action" (did you mean actions?)',
  ],
  [
    'a channel twice',
    flow,
    (d) => d.channels.push({ ...d.channels[0] }),
    'channels[7].id: the channel "phone" is defined twice',
  ],
  [
    'a stage twice',
    flow,
    (d) => Object.assign(d.stages[6], { id: 'confirm' }),
    [
      'stages[6].id: the stage "confirm" is defined twice',
      'stages[5].next: there is no stage "archive"; there is register, classify, assign, analyse, carry-out, confirm',
    ],
  ],
  [
    'a field twice',
    flow,
    (d) => Object.assign(field(d, 'execution-record', 'started-at'), { id: 'finished-at' }),
    'forms[4].fields[2].id: the field "finished-at" is defined twice',
  ],
  [
    'an option twice',
    flow,
    (d) => Object.assign(field(d, 'classification', 'reach').options[1], { id: 'one' }),
    'forms[1].fields[3].options[1].id: the option "one" is defined twice',
  ],
  [
    'a column twice',
    kit,
    (d) => Object.assign(d.tables[0].columns[1], { id: 'number' }),
    'tables[0].columns[1].id: the column "number" is defined twice',
  ],
]);
