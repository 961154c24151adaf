import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awaitedKeys, awaitedOf } from '../../src/domain/coordination/awaited.ts';
import { isLetterOpen, isTaskOpen, nothingUnderWay } from '../../src/domain/coordination/state.ts';
import { isOfScope, subjectsOf } from '../../src/domain/coordination/subjects.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import type { Actor } from '../../src/domain/ticket/actor.ts';
import { isRunOpen } from '../../src/domain/ticket/clocks.ts';
import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import { decide } from '../../src/domain/ticket/decide.ts';
import type { TicketEvent } from '../../src/domain/ticket/events.ts';
import { decideRegistration } from '../../src/domain/ticket/register.ts';
import type { TicketState } from '../../src/domain/ticket/state.ts';
import { actor, commandOf, ticketId } from './coordination-arbitraries.ts';
import { actorOf, calendar, compiledOf, customerId, directory, fold, monday, versions } from './ticket-cast.ts';

/** Random lives of a ticket between departments: whoever asks for whatever in whatever order. */

const playbook = compiledOf('coordination');
const hour = 3_600_000;

type Step = { gap: number; actor: Actor; seed: number };
const step: fc.Arbitrary<Step> = fc.record({
  gap: fc.integer({ min: 0, max: 3 * hour }),
  actor,
  seed: fc.noShrink(fc.nat()),
});

type Watch = (before: TicketState, after: TicketState, events: readonly TicketEvent[], actor: Actor) => void;

function contextOf(by: Actor, now: number) {
  return { playbook, calendar, directory, actor: by, now };
}

function live(steps: readonly Step[], watch: Watch): { state: TicketState; events: TicketEvent[] } {
  const answers = {
    'customer-name': '王小明',
    'customer-contact': '13800000000',
    channel: 'phone',
    description: '漏水',
    demand: '修好',
    'tried-already': '无',
  };
  const said = { number: 'CS-2026-001', customerId, channel: 'phone', receivedAt: monday, answers };
  const first = decideRegistration(contextOf(actorOf('agent'), monday), versions(playbook), said);
  let state = { ...first.state, id: ticketId };
  const events = [...first.events];
  let now = monday;
  const doing = (by: Actor, command: TicketCommand) => {
    const decision = attempt(() => decide(contextOf(by, now), state, command));
    if (decision === null) return;
    watch(state, decision.state, decision.events, by);
    state = decision.state;
    events.push(...decision.events);
  };
  const department = 'technical-support';
  doing(actorOf('agent'), {
    do: 'name-party',
    kind: 'department',
    department: 'logistics',
    role: 'involved',
    name: '',
    contact: '',
    why: '',
  });
  doing(actorOf('supervisor'), {
    do: 'hand-off',
    department,
    owner: null,
    collaborators: [],
    deadline: null,
    requirement: '',
  });
  for (const one of steps) {
    now += one.gap;
    const [command] = fc.sample(commandOf(now, state), { numRuns: 1, seed: one.seed });
    if (command) doing(one.actor, command);
  }
  return { state, events };
}

function attempt<T>(decision: () => T): T | null {
  try {
    return decision();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const lives = fc.array(step, { minLength: 40, maxLength: 80, size: 'max' });
const check = (watch: Watch) =>
  fc.assert(
    fc.property(lives, (steps) => void live(steps, watch)),
    { numRuns: 120 },
  );
/** That these lives reach what the rules are about says something of how they are made, so it is asked of the same lives each time. */
const reached = (watch: Watch) => {
  for (const steps of fc.sample(lives, { numRuns: 120, seed: 20_260_302 })) live(steps, watch);
};
const underWay = ({ coordination }: TicketState) => coordination ?? nothingUnderWay;

describe('whatever departments do, in whatever order', () => {
  it('what has ended stays as it ended', () => {
    const ended = (state: TicketState) => {
      const { tasks, letters, meetings, rounds } = underWay(state);
      return [
        ...tasks.filter((task) => !isTaskOpen(task)),
        ...letters.filter((letter) => !isLetterOpen(letter)),
        ...meetings.filter(({ status }) => status !== 'called'),
        ...rounds.filter(({ status }) => status === 'replaced'),
      ];
    };
    check((before, after) => {
      const now = ended(after);
      for (const one of ended(before)) expect(now).toContainEqual(one);
      const open = underWay(after).rounds.filter(({ status }) => status === 'open' || status === 'objected');
      expect(open.length).toBeLessThanOrEqual(1);
      expect(underWay(after).rounds.every(({ status, answers }) => status !== 'agreed' || confirmed(answers))).toBe(
        true,
      );
    });
  });
  const confirmed = (answers: Record<string, string>) => Object.values(answers).every((one) => one === 'confirmed');

  it('only those answer who may: a department by itself alone, the service side for those outside, a link for its own party', () => {
    const may = (by: Actor, id: string): boolean => {
      if (by.kind === 'party') return by.id === ticketId && by.party === id && !id.startsWith('department:');
      if (by.kind === 'customer') return by.id === customerId && id === 'customer';
      if (by.kind !== 'staff') return false;
      const [kind, code = ''] = id.split(':');
      if (kind === 'department') return by.departments.includes(code);
      return by.roles.includes('agent') || by.roles.includes('supervisor');
    };
    check((before, _, events, by) => {
      for (const event of events) {
        if (event.type === 'solution.answered') {
          expect(may(by, event.data.party)).toBe(true);
        }
        if (event.type === 'letter.answered') {
          const letter = underWay(before).letters.find(({ id }) => id === event.data.letter);
          expect(may(by, letter?.party ?? '')).toBe(true);
          expect(letter?.status).toBe('sent');
        }
        if (event.type === 'solution.agreed' && event.data.isOverruled)
          expect(by.kind === 'staff' && by.roles.includes('supervisor')).toBe(true);
      }
    });
  });

  it('clocks of one subject are moved by what happens to it alone, and run no longer than it is open', () => {
    check((before, after, events) => {
      const moved = events.flatMap((event) => subjectsOf(event, after.handoffs));
      const isWide = events.some((event) => subjectsOf(event, after.handoffs).length === 0);
      const known = new Map(before.clocks.map((run) => [`${run.clock} ${run.cycle}`, run]));
      for (const run of after.clocks) {
        const scope = playbook.source.clocks.find(({ id }) => id === run.clock)?.scope ?? 'ticket';
        expect(run.subject !== null && isOfScope(run.subject, scope)).toBe(scope !== 'ticket');
        if (run.subject === null) continue;
        const was = known.get(`${run.clock} ${run.cycle}`);
        if (!isWide && was !== run) expect(moved).toContain(run.subject);
        if (was) expect(was.subject).toBe(run.subject);
      }
      const open = after.clocks.filter((run) => isRunOpen(run) && run.subject !== null);
      const names = open.map(({ clock, subject }) => `${clock} ${subject}`);
      expect(new Set(names).size).toBe(names.length);
      const { tasks, letters, meetings } = underWay(after);
      const alive = new Set([
        ...tasks.filter(isTaskOpen).map(({ id }) => `task:${id}`),
        ...letters.filter(isLetterOpen).map(({ id }) => `letter:${id}`),
        ...meetings.filter(({ status }) => status === 'called').map(({ id }) => `meeting:${id}`),
      ]);
      const ofItems = open.filter(({ subject }) => /^(task|letter|meeting):/.test(subject ?? ''));
      expect(ofItems.filter(({ subject }) => !alive.has(subject ?? ''))).toEqual([]);
    });
  });

  it('somebody who can is waited for wherever something is open, and nobody where nothing is', () => {
    check((_, after) => {
      const all = awaitedOf(after);
      for (const { staff: id, department } of all) expect((id === null) !== (department === null)).toBe(true);
      const tasks = all.filter(({ kind }) => kind === 'task').map(({ item }) => item);
      const open = underWay(after).tasks.filter(isTaskOpen);
      expect(tasks).toEqual(open.map(({ id }) => id));
      expect(awaitedKeys(after).length > 0).toBe(all.length > 0);
    });
  });

  it('these lives reach it: much ends, all kinds of people answer, many clocks run for one thing', () => {
    const kinds = new Set<string>();
    let [over, narrow] = [0, 0];
    reached((_, after, events, by) => {
      over += underWay(after).tasks.filter((task) => !isTaskOpen(task)).length;
      narrow += after.clocks.filter(({ subject }) => subject !== null).length;
      if (events.some(({ type }) => type === 'solution.answered' || type === 'letter.answered')) kinds.add(by.kind);
    });
    expect([...kinds].sort()).toEqual(['customer', 'party', 'staff']);
    expect(over).toBeGreaterThan(100);
    expect(narrow).toBeGreaterThan(1_000);
  });

  it('the events fold to the same state', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { state, events } = live(steps, () => {});
        expect(fold({ playbook, calendar }, events)).toEqual({ ...state, id: expect.anything() });
      }),
      { numRuns: 60 },
    );
  });
});
