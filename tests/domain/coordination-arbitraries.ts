import fc from 'fast-check';
import { type CoordinationCommand, coordinationCommands } from '../../src/domain/coordination/commands.ts';
import { nothingUnderWay } from '../../src/domain/coordination/state.ts';
import type { Actor } from '../../src/domain/ticket/actor.ts';
import type { TicketState } from '../../src/domain/ticket/state.ts';
import { actorOf, staff } from './ticket-cast.ts';

/** Random commands between departments, sensible often enough to get somewhere, and who gives them. */

const hour = 3_600_000;
export const ticketId = 1;
const parties = ['customer', 'department:technical-support', 'department:logistics', 'external:1', 'external:2'];
const people = [
  'agent',
  'supervisor',
  'specialist',
  'contact',
  'logistics',
  'manager',
  'customer',
  'stranger',
] as const;

export const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...people).map(actorOf) },
  { weight: 4, arbitrary: fc.constantFrom('agent' as const, 'supervisor' as const).map(actorOf) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('party' as const),
      id: fc.constantFrom(ticketId, ticketId + 1),
      party: fc.constantFrom(...parties),
      linkBy: fc.constantFrom(null, staff.agent.id),
    }),
  },
);
const note = fc.constantFrom('', '说明', '详细说明');
/** Mostly one of those that are there, now and then one that is not. */
const among = (items: readonly { id: number }[]) =>
  fc.constantFrom(...items.map(({ id }) => id), ...items.map(({ id }) => id), items.length + 1);
export const commandOf = (now: number, { coordination }: TicketState): fc.Arbitrary<CoordinationCommand> => {
  const { tasks, letters, meetings, rounds, parties: named } = coordination ?? nothingUnderWay;
  const party = fc.constantFrom(...parties, ...named.map(({ id }) => id), ...named.map(({ id }) => id));
  const asked = Object.keys(rounds.at(-1)?.answers ?? {});
  const later = fc.integer({ min: 1, max: 40 }).map((hours) => now + hours * hour);
  const soon = fc.option(later);
  const department = fc.constantFrom('technical-support', 'logistics', 'closed-down');
  const person = fc.option(fc.constantFrom(staff.specialist.id, staff.logistics.id, staff.gone.id));
  const body: { [N in CoordinationCommand['do']]: fc.Arbitrary<Omit<Extract<CoordinationCommand, { do: N }>, 'do'>> } =
    {
      'name-party': fc.record({
        kind: fc.constantFrom('department' as const, 'external' as const, 'customer' as const),
        department: fc.option(department),
        role: fc.constantFrom('responsible' as const, 'involved' as const),
        name: fc.constantFrom('', '顺安物流'),
        contact: fc.constant(''),
        why: note,
      }),
      'drop-party': fc.record({ party, reason: note }),
      'note-contact': fc.record({ party, via: fc.constant('phone'), outcome: fc.constant('已联系'), expected: soon }),
      'assign-task': fc.record({ department, owner: person, due: soon, what: fc.constant('查') }),
      'accept-task': fc.record({ task: among(tasks), eta: soon, plan: note }),
      'decline-task': fc.record({ task: among(tasks), reason: fc.constant('忙') }),
      'finish-task': fc.record({ task: among(tasks), result: fc.constant('好了') }),
      'cancel-task': fc.record({ task: among(tasks), reason: fc.constant('不用了') }),
      'send-letter': fc.record({
        party,
        wantedBy: soon,
        via: fc.constant([]),
        contact: person,
        background: note,
        demand: fc.constant('请办'),
      }),
      'answer-letter': fc.record({
        letter: among(letters),
        answer: fc.constantFrom('accepted' as const, 'declined' as const, 'counter' as const),
        date: soon,
        via: fc.constantFrom('phone', 'console'),
        note,
      }),
      'settle-letter': fc.record({ letter: among(letters), isAgreed: fc.boolean(), note }),
      'withdraw-letter': fc.record({ letter: among(letters), reason: fc.constant('变了') }),
      'call-meeting': fc.record({
        at: fc.constant(now + hour),
        until: fc.constantFrom(now + hour, now + 2 * hour),
        staff: fc.constantFrom([], [staff.specialist.id]),
        parties: fc.subarray(parties, { maxLength: 2 }),
        minutesTaker: person,
        topic: fc.constant('会'),
        place: note,
        agenda: fc.constantFrom([], ['一']),
        bring: note,
      }),
      'record-minutes': fc.record({
        meeting: among(meetings),
        attended: fc.constant([]),
        background: note,
        statements: fc.constant([]),
        decisions: fc.constantFrom([], ['定']),
        actions: fc.array(
          fc.record({ what: fc.constant('办'), department: fc.option(department), owner: person, due: soon }),
          {
            maxLength: 2,
          },
        ),
      }),
      'cancel-meeting': fc.record({ meeting: among(meetings), reason: fc.constant('改期') }),
      'circulate-solution': fc.record({
        summary: fc.constant('方案'),
        items: fc.array(fc.record({ what: fc.constant('做'), how: fc.constant('照办'), who: party, when: later }), {
          maxLength: 2,
        }),
      }),
      'answer-solution': fc.record({
        round: among(rounds),
        party: asked.length === 0 ? party : fc.constantFrom(...asked),
        answer: fc.constantFrom('confirmed' as const, 'confirmed' as const, 'objected' as const),
        via: fc.constantFrom('phone', 'console'),
        note,
      }),
      'overrule-solution': fc.record({ round: among(rounds), reason: fc.constant('定了') }),
    };
  return fc
    .constantFrom(...coordinationCommands)
    .chain((name) => body[name].map((rest) => ({ do: name, ...rest }) as CoordinationCommand));
};
