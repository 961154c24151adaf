import { byId, describeMistakes, field, flow, type Loose } from './playbook-mistakes.ts';

describeMistakes('stages and gates', [
  [
    'a first stage without a form',
    flow,
    (d) => delete d.stages[0].form,
    [
      'stages[0]: the first stage needs a form: a ticket is registered by answering it',
      'forms[0].id: no stage has the form "feedback-register"',
    ],
  ],
  [
    'a hand-off by a form that hands nothing off',
    flow,
    (d) => Object.assign(d.stages[1], { onlyByForm: true }),
    'stages[1].onlyByForm: the form of this stage hands nothing off: no field binds department',
  ],
  [
    'a stage that nobody leaves by',
    flow,
    (d) => Object.assign(d.stages[6], { next: 'assign' }),
    'stages[6].next: leads back to "assign": no stage is the last one, so no ticket could be closed',
  ],
  [
    'a stage that nobody reaches',
    flow,
    (d) => Object.assign(d.stages[2], { next: 'carry-out' }),
    ['stages[3]: no ticket reaches the stage "analyse": no stage on the way names it as next'],
  ],
  [
    'a second handling that leaves the way',
    flow,
    (d) => {
      const redo = { ...structuredClone(d.stages[4]), id: 'redo', form: undefined, gates: ['told-result'] };
      d.stages.push(redo);
      d.stages[5].dissatisfied.to = 'redo';
    },
    'stages[7]: tickets are sent back to "redo", which is not on the way from the first stage along next',
  ],
  [
    'a dead end',
    flow,
    (d) => delete d.stages[4].next,
    'stages[5]: no ticket reaches the stage "confirm": no stage on the way names it as next',
  ],
  [
    'a ring beside the way',
    flow,
    (d) => {
      const aside = (id: string, next: string) => ({
        ...d.stages[2],
        id,
        next,
        form: undefined,
        gates: ['told-result'],
      });
      d.stages.push(aside('one', 'two'), aside('two', 'one'));
    },
    'stages[7]: no ticket reaches the stage "one": no stage on the way names it as next',
  ],
  [
    'a stage that holds nobody',
    flow,
    (d) => Object.assign(d.stages[6], { form: undefined, gates: undefined }),
    [
      'stages[6]: has neither a form nor gates, so every ticket would pass it unseen',
      'forms[6].id: no stage has the form "archive-checklist"',
    ],
  ],
  [
    'one form for two stages',
    flow,
    (d) => Object.assign(d.stages[6], { form: 'callback-record' }),
    [
      'stages[6].form: "callback-record" is already the form of the stage "confirm"',
      'stages[6]: asks for a rating but not where a dissatisfied customer’s ticket goes; add dissatisfied: { to: … }',
      'forms[6].id: no stage has the form "archive-checklist"',
    ],
  ],
  [
    'a closed stage',
    flow,
    (d) => Object.assign(d.stages[6], { status: 'closed' }),
    'stages[6].status: completing the last stage closes a ticket; while at a stage it is todo, in-progress or resolved',
  ],
  [
    'no second handling',
    flow,
    (d) => delete d.stages[5].dissatisfied,
    'stages[5]: asks for a rating but not where a dissatisfied customer’s ticket goes; add dissatisfied: { to: … }',
  ],
  [
    'a second handling that skips',
    flow,
    (d) => Object.assign(d.stages[5].dissatisfied, { to: 'archive' }),
    'stages[5].dissatisfied.to: "archive" does not lead to this stage again, so nobody would ask the customer a second time',
  ],
  [
    'nobody satisfied',
    flow,
    (d) => d.ratings.map((one: Loose) => Object.assign(one, { isSatisfied: false })),
    'ratings: no rating is satisfied, so no ticket could be confirmed',
  ],
  [
    'nobody dissatisfied',
    flow,
    (d) => d.ratings.map((one: Loose) => Object.assign(one, { isSatisfied: true })),
    'ratings: no rating is dissatisfied, so second handling could never start',
  ],
  [
    'a gate nobody opens',
    flow,
    (d) => Object.assign(d.stages[3], { gates: ['verified'] }),
    'stages[3].gates[0]: nothing can open the gate "verified": no form at or before this stage has a field that binds verified',
  ],
  [
    'an unclassified gate',
    flow,
    (d) => delete field(d, 'classification', 'category').binds,
    'stages[1].gates[0]: nothing can open the gate "classified": no form at or before this stage has a field that binds category',
  ],
  [
    'a gate that second handling shuts',
    flow,
    (d) => Object.assign(d.stages[5], { gates: ['verified'], dissatisfied: { to: 'confirm' } }),
    'stages[5].gates[0]: nothing can open the gate "verified": no form from "confirm" on, where second handling starts, has a field that binds verified',
  ],
  [
    'a gate twice',
    flow,
    (d) => d.stages[4].gates.push('verified'),
    'stages[4].gates[2]: the gate "verified" is listed twice',
  ],
  [
    'a month without its year',
    flow,
    (d) => Object.assign(d, { number: 'CF{MM}{seq:4}' }),
    'number: has {MM} without {yyyy}',
  ],
  [
    'a day without its month',
    flow,
    (d) => Object.assign(d, { number: 'CF{yyyy}{dd}{seq:4}' }),
    'number: has {dd} without {MM}',
  ],
  [
    'a day twice',
    flow,
    (d) => Object.assign(d, { number: 'CF{yyyy}{MM}{dd}{dd}{seq:4}' }),
    'number: names a part of the date twice',
  ],
  [
    'an objection that sends back to where not all of its tickets come',
    'coordination',
    (d) => delete byId(d.stages, 'agree').when,
    'stages[3].when: tickets are sent back to this stage, so it cannot be passed over',
  ],
]);
