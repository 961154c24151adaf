import { describe, expect, it } from 'vitest';
import { loadPlaybook } from '../../src/domain/playbook/load.ts';
import { formatProblem } from '../../src/domain/playbook/problem.ts';
import { documentOf, shippedIds } from './playbook-documents.ts';
import { describeMistakes, flow } from './playbook-mistakes.ts';

describeMistakes('shape', [
  [
    'a misspelt key',
    flow,
    (d) => Object.assign(d.stages[0], { whoo: 1 }),
    'stages[0].whoo: there is no key "whoo" (did you mean who?)',
  ],
  ['a missing part', flow, (d) => delete d.stages, 'stages: is missing'],
  ['a missing target', flow, (d) => delete d.clocks[0].target, 'clocks[0].target: is missing'],
  ['text for a list', flow, (d) => Object.assign(d, { priorities: 'urgent' }), 'priorities: must be a list, not text'],
  ['text for a number', flow, (d) => Object.assign(d, { version: '1' }), 'version: must be a number, not text'],
  ['an empty list', flow, (d) => Object.assign(d.forms[0], { fields: [] }), 'forms[0].fields: must list at least 1'],
  ['an empty name', flow, (d) => Object.assign(d.name, { zh: ' ' }), 'name.zh: must not be empty'],
  [
    'an unknown event',
    flow,
    (d) => Object.assign(d.clocks[0].starts[0], { on: 'ticket.recieved' }),
    'clocks[0].starts[0].on: there is no choice "ticket.recieved" (did you mean ticket.received?)',
  ],
  [
    'an unknown role',
    flow,
    (d) => Object.assign(d.stages[0], { who: ['agnet'] }),
    'stages[0].who[0]: there is no choice "agnet" (did you mean agent?)',
  ],
  [
    'a day that is neither',
    flow,
    (d) => Object.assign(d.clocks[0], { target: '3d' }),
    'clocks[0].target: "3d" is not valid here; write a time such as 45s, 30m, 4h or 3wd',
  ],
  [
    'a target out of range',
    flow,
    (d) => Object.assign(d.clocks[0], { target: '9999wd' }),
    'clocks[0].target: "9999wd" is out of range',
  ],
  [
    'a target of no kind',
    flow,
    (d) => Object.assign(d.clocks[0], { target: 7 }),
    'clocks[0].target: must be text or a map of keys',
  ],
  [
    'a promised time',
    flow,
    (d) => Object.assign(d.clocks[0], { target: { from: 'deadlin' } }),
    'clocks[0].target.from: there is no choice "deadlin" (did you mean deadline?)',
  ],
  [
    'an id with capitals',
    flow,
    (d) => Object.assign(d.clocks[0], { id: 'Start' }),
    'clocks[0].id: "Start" is not valid here; write lower-case letters, digits and single hyphens, starting with a letter',
  ],
]);

describe('the playbooks that ship', () => {
  it.each(shippedIds)('%s has no problem', (id) => {
    expect((loadPlaybook(documentOf(id)).problems ?? []).map(formatProblem)).toEqual([]);
  });
});

describe('a value that is no document', () => {
  it.each([
    [null, 'must be a map of keys, not empty'],
    [[], 'must be a map of keys, not a list'],
    ['text', 'must be a map of keys, not text'],
  ])('%j', (value, said) => {
    expect(loadPlaybook(value).problems).toEqual([{ path: [], message: said }]);
  });
});
