import { expect, it } from 'vitest';
import { problemsIn } from './playbook-documents.ts';
import { describeMistakes, field, flow, kit, without } from './playbook-mistakes.ts';

describeMistakes('forms', [
  [
    'a choice without options',
    flow,
    (d) => delete field(d, 'classification', 'category').optionsFrom,
    [
      'forms[1].fields[0]: a choice needs options, or optionsFrom',
      'forms[1].fields[0]: a field that binds category must have optionsFrom: categories',
    ],
  ],
  [
    'options of two kinds',
    flow,
    (d) => Object.assign(field(d, 'classification', 'reach'), { optionsFrom: 'ratings' }),
    'forms[1].fields[3].optionsFrom: stands beside options; keep one of them',
  ],
  [
    'options of a text',
    flow,
    (d) => Object.assign(field(d, 'classification', 'remark'), { optionsFrom: 'ratings' }),
    'forms[1].fields[6].optionsFrom: only choice and choices have options, not long-text',
  ],
  [
    'an answer that concerns a department that is not there',
    flow,
    (d) => Object.assign(field(d, 'classification', 'reach').options[0], { departments: ['logistic'] }),
    'forms[1].fields[3].options[0].departments[0]: there is no department "logistic" (did you mean logistics?)',
  ],
  [
    'answers of several that concern a department',
    flow,
    (d) => {
      const reach = field(d, 'classification', 'reach');
      reach.options[0].departments = ['logistics'];
      reach.type = 'choices';
    },
    'forms[1].fields[3].options[0].departments: only the answer to a choice names departments, not choices',
  ],
  [
    'an attribute set twice',
    flow,
    (d) => Object.assign(field(d, 'feedback-register', 'tried-already'), { binds: 'description' }),
    'forms[0].fields[11].binds: "description" is already set by the field "phenomenon" of this form',
  ],
  [
    'an attribute of the wrong type',
    flow,
    (d) => Object.assign(field(d, 'execution-record', 'verified'), { type: 'text' }),
    'forms[4].fields[6].type: a field that binds verified must be check, not text',
  ],
  [
    'a condition on no field',
    flow,
    (d) => Object.assign(field(d, 'callback-record', 'remark').requiredWhen, { field: 'ratng' }),
    'forms[5].fields[4].requiredWhen.field: there is no other field "ratng" (did you mean rating?)',
  ],
  [
    'a condition on no answer',
    flow,
    (d) => Object.assign(field(d, 'callback-record', 'remark').requiredWhen, { is: ['disatisfied'] }),
    'forms[5].fields[4].requiredWhen.is[0]: there is no answer of rating "disatisfied" (did you mean dissatisfied?)',
  ],
  [
    'a condition on a text',
    flow,
    (d) => Object.assign(field(d, 'callback-record', 'remark').requiredWhen, { field: 'called-at' }),
    'forms[5].fields[4].requiredWhen.field: "called-at" is a date-time; only a choice or check can decide',
  ],
  [
    'a condition without effect',
    flow,
    (d) => Object.assign(field(d, 'callback-record', 'remark'), { required: true }),
    'forms[5].fields[4].requiredWhen: has no effect: the field is always required',
  ],
  [
    'a length of a date',
    flow,
    (d) => Object.assign(field(d, 'callback-record', 'called-at'), { maxLength: 9 }),
    'forms[5].fields[0].maxLength: only text and long-text have a length, not date-time',
  ],
  [
    'a text that has happened',
    flow,
    (d) => Object.assign(field(d, 'callback-record', 'remark'), { past: true }),
    'forms[5].fields[4].past: only a date-time lies in the past, not long-text',
  ],
  [
    'a promise that has happened',
    flow,
    (d) => Object.assign(field(d, 'analysis-report', 'eta'), { past: true }),
    'forms[3].fields[5].past: a field that binds eta already has its own rule',
  ],
  [
    'dimensions of nothing',
    kit,
    (d) => Object.assign(d, { ratingDimensions: [], tables: [] }),
    'forms[3].fields[3].type: the playbook lists no ratingDimensions to rate',
  ],
  [
    'a form of no stage',
    flow,
    (d) => d.forms.push({ ...d.forms[1], id: 'spare' }),
    'forms[7].id: no stage has the form "spare"',
  ],
  [
    'a registration without a name',
    flow,
    (d) => without(d.forms[0].fields, 'customer-name'),
    'forms[0].fields: the form of the first stage needs a field that binds customer-name',
  ],
  [
    'a description that may be left out',
    flow,
    (d) => Object.assign(field(d, 'feedback-register', 'phenomenon'), { required: false }),
    'forms[0].fields[8]: binds description for the registration, so it must be required: true',
  ],
  [
    'a customer named too late',
    flow,
    (d) => Object.assign(field(d, 'classification', 'remark'), { binds: 'description' }),
    'forms[1].fields[6].binds: description can only be set by the form of the first stage',
  ],
  [
    'no portal answer',
    kit,
    (d) => Object.assign(d.portal, { answers: {} }),
    'portal: nobody answers the required field "priority": add it to asks or answers',
  ],
  [
    'a portal channel',
    kit,
    (d) => Object.assign(d.portal, { channel: 'onlin' }),
    'portal.channel: there is no channel "onlin" (did you mean online?)',
  ],
  [
    'a portal question',
    kit,
    (d) => d.portal.asks.push('order-numbr'),
    'portal.asks[4]: there is no field of the first form "order-numbr" (did you mean order-number?)',
  ],
  [
    'a portal answer of no field',
    kit,
    (d) => Object.assign(d.portal.answers, { urgency: 'low' }),
    'portal.answers.urgency: there is no field of the first form "urgency"',
  ],
  [
    'a portal answer that is none',
    kit,
    (d) => Object.assign(d.portal.answers, { priority: 'norml' }),
    'portal.answers.priority: there is no answer of priority "norml" (did you mean normal?)',
  ],
  [
    'a portal that cannot say the type',
    kit,
    (d) => without(d.forms[0].fields, 'category'),
    'portal: customers give their category, but no field of the first form binds it',
  ],
]);

// As the switch in the studio leaves it.
it('a text that is not said to have happened is none', () => {
  expect(problemsIn(flow, (d) => Object.assign(field(d, 'callback-record', 'remark'), { past: false }))).toEqual([]);
});
