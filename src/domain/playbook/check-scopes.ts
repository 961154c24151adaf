import { type Problem, problemAt } from './problem.ts';
import type { Playbook, PlaybookClock } from './schema.ts';
import type { ClockEvent, ClockPattern, ClockScope } from './schema-clock.ts';

/** A clock that is kept for each hand-off, party, task, letter or meeting must be moved by what happens to one of them. */

type Narrow = Exclude<ClockScope, 'ticket'>;

/** What it can start at. */
const startsOf: Record<Narrow, readonly ClockEvent[]> = {
  'hand-off': ['handoff.made', 'handoff.accepted'],
  party: ['party.named', 'contact.noted', 'solution.circulated', 'solution.answered'],
  task: ['task.assigned', 'task.accepted'],
  letter: ['letter.sent', 'letter.answered', 'letter.settled'],
  meeting: ['meeting.called'],
};

/** What happens to one by itself; `coordination/subjects.ts` says to which. */
const ownEvents: Record<Narrow, readonly ClockEvent[]> = {
  'hand-off': ['handoff.accepted', 'handoff.declined', 'handoff.bounced', 'handoff.date-settled', 'handoff.made'],
  party: ['contact.noted', 'solution.answered', 'solution.circulated', 'party.named'],
  task: ['task.done', 'task.declined', 'task.accepted', 'task.cancelled', 'task.assigned'],
  letter: ['letter.answered', 'letter.settled', 'letter.withdrawn', 'letter.sent'],
  meeting: ['meeting.minuted', 'meeting.cancelled', 'meeting.called'],
};

/** What is meant for all that is open: the promise to each is kept at once. */
const keepsAll: readonly ClockEvent[] = ['ticket.resolved', 'ticket.closed', 'ticket.dismissed'];
/** The ticket has gone elsewhere, or all agree: there is nothing to wait for any more, from nobody. */
const endsAll: readonly ClockEvent[] = [
  ...keepsAll,
  'ticket.reopened',
  'stage.entered',
  'stage.completed',
  'handoff.made',
  'handoff.bounced',
  'handoff.declined',
  'solution.agreed',
];

export function checkScopes({ clocks }: Playbook): Problem[] {
  return clocks.flatMap((clock, index) => {
    const { scope, target } = clock;
    const isDue = typeof target === 'object' && 'from' in target && target.from === 'due';
    const dueProblem = (message: string) => (isDue ? [problemAt(['clocks', index, 'target', 'from'], message)] : []);
    if (scope === 'ticket')
      return dueProblem('due is the time of a hand-off, task, letter or meeting: say which as the scope');
    return [
      ...checkStarts(clock, scope, index),
      ...checkEnds(clock, scope, index),
      ...(scope === 'party' ? dueProblem('a party has no time of its own; give a target') : []),
    ];
  });
}

function checkStarts({ starts }: PlaybookClock, scope: Narrow, index: number): Problem[] {
  return starts.flatMap(({ on }, at) => {
    if (startsOf[scope].includes(on)) return [];
    const message = `a clock for each ${scope} starts at ${startsOf[scope].join(' or ')}, not at ${on}`;
    return [problemAt(['clocks', index, 'starts', at, 'on'], message)];
  });
}

/** An event that is about none of them ends the clock for all: refused unless that is clearly meant. */
function checkEnds({ stops, cancels, repeats }: PlaybookClock, scope: Narrow, index: number): Problem[] {
  const own = ownEvents[scope];
  const keeping = scope === 'party' ? [...keepsAll, 'solution.agreed'] : keepsAll;
  const wide = (patterns: readonly ClockPattern[], meant: readonly string[], ...path: string[]) =>
    patterns.flatMap(({ on }, at) => {
      if (own.includes(on) || meant.includes(on)) return [];
      const message = `${on} concerns no single ${scope}, so it would end the clock for all of them; use ${own.join(' or ')}`;
      return [problemAt(['clocks', index, ...path, at, 'on'], message)];
    });
  return [
    ...wide(stops, keeping, 'stops'),
    ...wide(cancels, endsAll, 'cancels'),
    ...wide(repeats?.until ?? [], endsAll, 'repeats', 'until'),
  ];
}
