import { describe, expect, it } from 'vitest';
import type { TicketEvent } from '../../src/domain/ticket/events.ts';
import { noticesOf } from '../../src/domain/ticket/notices.ts';
import type { TicketFacts } from '../../src/domain/ticket/state.ts';
import { directory, playbook } from './notices-cast.ts';

type Facts = Partial<TicketFacts>;
const owned: Facts = { owner: 2, department: 'product', registeredBy: 1, stage: 'analyse' };
const handed: Facts = { ...owned, owner: null };
const fresh: Facts = { owner: null, department: null, registeredBy: 1, stage: 'register' };
const fromPortal: Facts = { ...fresh, registeredBy: null };

type Case = { event: object; by?: number | 'customer'; state: Facts; to: number[]; kind: string };
const due = 1_000;
const handOff = (owner: number | null, more = {}) => ({
  type: 'handoff.made',
  data: { department: 'product', owner, collaborators: [], deadline: null, ...more },
});
const warned = { type: 'clock.warned', data: { clock: 'handling', cycle: 1, before: '1h', due } };
const breached = (clock: string) => ({ type: 'clock.breached', data: { clock, cycle: 1, due } });
const tell = (...roles: string[]) => ({
  type: 'clock.laddered',
  data: { clock: 'handling', cycle: 1, step: 0, tell: roles },
});
const escalated = (level: number, to = 'supervisor') => ({
  type: 'ticket.escalated',
  data: { level, to, cause: 'manual', clock: null },
});
const ofClock = (event: { data: object }, clock: string) => ({ ...event, data: { ...event.data, clock } });
const bounced = { type: 'handoff.bounced', data: { reason: 'other', fields: [] } };
const replied = { type: 'customer.replied', data: { via: 'phone' } };
const waited = { type: 'wait.ended', data: { for: 'customer' } };
const chased = { type: 'customer.chased', data: {} };
const accepted = (more = {}) => ({ type: 'handoff.accepted', data: { owner: 2, eta: due, ...more } });
const obstacle = { type: 'obstacle.reported', data: { eta: due } };
const entered = (stage: string) => ({ type: 'stage.entered', data: { stage } });
const party = (department: string | null) => ({
  type: 'party.named',
  data: { party: department === null ? 'external:1' : `department:${department}`, kind: 'x', role: 'involved' },
});
const withParty = (id: string, department: string | null): Facts =>
  ({ ...owned, coordination: { parties: [{ id, department }] } }) as unknown as Facts;
const callback = (isSatisfied: boolean) => ({
  type: 'callback.made',
  data: { rating: 'x', isSatisfied, dimensions: {} },
});

const cases: Record<string, Case> = {
  'a hand-off tells its owner': { event: handOff(2), by: 3, state: owned, to: [2], kind: 'assigned' },
  'and the collaborators': {
    event: handOff(2, { collaborators: [8, 2] }),
    by: 3,
    state: owned,
    to: [2, 8],
    kind: 'assigned',
  },
  'without owner the contact': { event: handOff(null), by: 3, state: handed, to: [5], kind: 'assigned' },
  'without contact the whole department': {
    event: handOff(null, { department: 'logistics' }),
    by: 8,
    state: { ...handed, department: 'logistics' },
    to: [9],
    kind: 'assigned',
  },
  'nobody of what he took himself': { event: handOff(2), by: 2, state: owned, to: [], kind: '' },
  'nobody who has left': { event: handOff(7), by: 3, state: { ...owned, owner: 7 }, to: [], kind: '' },
  'a bounce tells the registrar and the one above': {
    event: bounced,
    by: 5,
    state: fresh,
    to: [1, 3],
    kind: 'bounced',
  },
  'a bounced portal request tells all supervisors': {
    event: bounced,
    by: 5,
    state: fromPortal,
    to: [3, 4, 6],
    kind: 'bounced',
  },
  'a warning tells the owner': { event: warned, state: owned, to: [2], kind: 'warned' },
  'a warning without owner the contact': { event: warned, state: handed, to: [5], kind: 'warned' },
  'a warning before any hand-off those of the stage': { event: warned, state: fresh, to: [1], kind: 'warned' },
  'a warning after the owner left the contact': {
    event: warned,
    state: { ...owned, owner: 7 },
    to: [5],
    kind: 'warned',
  },
  'a breach is told by the ladder': { event: breached('handling'), state: owned, to: [], kind: '' },
  'a breach without ladder to whoever has it': { event: breached('quiet'), state: owned, to: [2], kind: 'breached' },
  'ladder: owner': { event: tell('owner'), state: owned, to: [2], kind: 'breached' },
  'ladder: owner, where there is none': { event: tell('owner'), state: handed, to: [5], kind: 'breached' },
  'ladder: supervisor of the owner': { event: tell('supervisor'), state: owned, to: [3], kind: 'breached' },
  'ladder: supervisor of the registrar': { event: tell('supervisor'), state: fresh, to: [3], kind: 'breached' },
  'ladder: all supervisors where no line is drawn': {
    event: tell('supervisor'),
    state: fromPortal,
    to: [3, 4, 6],
    kind: 'breached',
  },
  'ladder: contact': { event: tell('contact'), state: owned, to: [5], kind: 'breached' },
  'ladder: interface': { event: tell('interface'), state: owned, to: [1], kind: 'breached' },
  'ladder: other roles': { event: tell('quality', 'manager'), state: owned, to: [8, 9, 4], kind: 'breached' },
  'ladder: each person once': {
    event: tell('owner', 'specialist', 'supervisor'),
    state: owned,
    to: [2, 3],
    kind: 'breached',
  },
  'ladder: never nobody': { event: tell('contact', 'interface'), state: fromPortal, to: [3, 4, 6], kind: 'breached' },
  'a warning of the service side tells whoever registered it': {
    event: { ...warned, data: { ...warned.data, clock: 'telling' } },
    state: { ...owned, registeredBy: 10 },
    to: [10],
    kind: 'warned',
  },
  'ladder: the supervisor of the service side, where that is late': {
    event: ofClock(tell('supervisor', 'owner'), 'telling'),
    state: { ...owned, registeredBy: 10 },
    to: [6, 2],
    kind: 'breached',
  },
  'ladder: the supervisor of the contact, while a department is late that nobody of has taken it up': {
    event: ofClock(tell('supervisor'), 'response'),
    state: { ...handed, department: 'legal', registeredBy: 10 },
    to: [3],
    kind: 'breached',
  },
  'ladder: without a contact, the supervisor of the department’s people': {
    event: ofClock(tell('supervisor'), 'response'),
    state: { ...handed, department: 'repair', registeredBy: 10 },
    to: [4],
    kind: 'breached',
  },
  'ladder: the supervisor of the service side, while a department has nobody at all': {
    event: ofClock(tell('supervisor'), 'response'),
    state: { ...handed, department: 'empty', registeredBy: 10 },
    to: [6],
    kind: 'breached',
  },
  'an escalation of what the service side is late with climbs there': {
    event: ofClock(escalated(1), 'telling'),
    state: { ...owned, registeredBy: 10 },
    to: [6],
    kind: 'escalated',
  },
  'an escalation tells the one above': { event: escalated(1), by: 1, state: owned, to: [3], kind: 'escalated' },
  'the next one the one above that': { event: escalated(2), by: 1, state: owned, to: [4], kind: 'escalated' },
  'and then the top again': { event: escalated(5), by: 1, state: owned, to: [4], kind: 'escalated' },
  'of a supervisor, the one above': { event: escalated(1), by: 3, state: owned, to: [4], kind: 'escalated' },
  'to a role': { event: escalated(1, 'quality'), by: 1, state: owned, to: [8, 9], kind: 'escalated' },
  'a wait that ran out tells the owner': { event: waited, state: owned, to: [2], kind: 'waited' },
  'a wait that somebody ended tells nobody': { event: waited, by: 1, state: owned, to: [], kind: '' },
  'a reply tells the owner': { event: replied, by: 'customer', state: owned, to: [2], kind: 'replied' },
  'a reply the owner took down tells nobody': { event: replied, by: 2, state: owned, to: [], kind: '' },
  'a reply without owner the department': { event: replied, by: 'customer', state: handed, to: [5], kind: 'replied' },
  'a chase before any hand-off the registrar': {
    event: chased,
    by: 'customer',
    state: fresh,
    to: [1],
    kind: 'chased',
  },
  'a chase of an untouched portal request those of the stage': {
    event: chased,
    by: 'customer',
    state: fromPortal,
    to: [1],
    kind: 'chased',
  },
  'dissatisfaction tells supervisor and owner': {
    event: callback(false),
    by: 1,
    state: owned,
    to: [3, 2],
    kind: 'dissatisfied',
  },
  'dissatisfaction tells the service side too, when a department did the work': {
    event: callback(false),
    by: 'customer',
    state: { ...owned, registeredBy: 10 },
    to: [3, 2, 10, 6],
    kind: 'dissatisfied',
  },
  'an acceptance tells the service side': { event: accepted(), by: 2, state: owned, to: [1], kind: 'accepted' },
  'another date as well, to be settled': {
    event: accepted({ isCounter: true }),
    by: 2,
    state: owned,
    to: [1],
    kind: 'counter-date',
  },
  'an acceptance of a portal request all supervisors': {
    event: accepted(),
    by: 2,
    state: { ...owned, registeredBy: null },
    to: [3, 4, 6],
    kind: 'accepted',
  },
  'an obstacle too': {
    event: obstacle,
    by: 2,
    state: { ...owned, registeredBy: null },
    to: [3, 4, 6],
    kind: 'obstacle',
  },
  'what comes back from a department tells whoever registered it': {
    event: entered('analyse'),
    by: 2,
    state: owned,
    to: [1],
    kind: 'turn',
  },
  'not where they did it themselves': { event: entered('analyse'), by: 1, state: owned, to: [], kind: '' },
  'nor before a department has it': { event: entered('register'), by: 3, state: fresh, to: [], kind: '' },
  'nor when it has moved on already': { event: entered('register'), by: 2, state: owned, to: [], kind: '' },
  'a department named a party hears of it': {
    event: party('product'),
    by: 1,
    state: withParty('department:product', 'product'),
    to: [5],
    kind: 'party-named',
  },
  'people outside have no inbox': {
    event: party(null),
    by: 1,
    state: withParty('external:1', null),
    to: [],
    kind: '',
  },
  'satisfaction nobody': { event: callback(true), by: 1, state: owned, to: [], kind: '' },
  'a note nobody': { event: { type: 'note.added', data: {} }, by: 1, state: owned, to: [], kind: '' },
};

const facts = (state: Facts) => ({ clocks: [{ clock: 'handling', cycle: 1, due }], ...state }) as TicketFacts;
const recorded = (event: object, seq: number, by?: number | 'customer') =>
  ({
    text: null,
    ...event,
    seq,
    at: 0,
    actor:
      by === undefined
        ? { kind: 'system', id: null }
        : by === 'customer'
          ? { kind: 'customer', id: 2 }
          : { kind: 'staff', id: by },
  }) as TicketEvent;

describe('who hears of what', () => {
  it.each(Object.entries(cases))('%s', (_name, { event, by, state, to, kind }) => {
    const notices = noticesOf([recorded(event, 7, by)], facts(state), directory, playbook);
    expect(notices.map(({ staffId }) => staffId)).toEqual(to);
    for (const notice of notices) expect(notice).toMatchObject({ kind, eventSeq: 7 });
  });

  it('names the clock and when it was due', () => {
    const [one] = noticesOf([recorded(tell('owner'), 3)], facts(owned), directory, playbook);
    expect(one).toEqual({ staffId: 2, kind: 'breached', eventSeq: 3, clock: 'handling', due });
    const [other] = noticesOf([recorded(handOff(2), 3, 3)], facts(owned), directory, playbook);
    expect(other).toEqual({ staffId: 2, kind: 'assigned', eventSeq: 3, clock: null, due: null });
  });

  it('tells nobody that it is their turn who hears of the same step by another name', () => {
    const events = [recorded(accepted(), 4, 2), recorded(entered('analyse'), 5, 2)];
    expect(noticesOf(events, facts(owned), directory, playbook).map(({ kind }) => kind)).toEqual(['accepted']);
  });

  it('tells of a breach once to whom it is escalated', () => {
    const byClock = { ...escalated(1), data: { ...escalated(1).data, cause: 'clock', clock: 'handling' } };
    const events = [recorded(tell('owner', 'supervisor'), 4), recorded(byClock, 5)];
    expect(noticesOf(events, facts(owned), directory, playbook).map(({ staffId, kind }) => [staffId, kind])).toEqual([
      [2, 'breached'],
      [3, 'escalated'],
    ]);
  });

  it('keeps events apart: one line for each', () => {
    const events = [recorded(tell('supervisor'), 4), recorded(escalated(1), 5)];
    expect(
      noticesOf(events, facts(owned), directory, playbook).map(({ staffId, eventSeq }) => [staffId, eventSeq]),
    ).toEqual([
      [3, 4],
      [3, 5],
    ]);
  });
});
