import { patternsOf } from './check-clocks.ts';
import { answersOf } from './check-forms.ts';
import type { Flow } from './flow.ts';
import { checkNames, type Names } from './names.ts';
import { type Problem, problemAt, unknownName } from './problem.ts';
import type { CoordinationUse, Gate, Playbook, PlaybookStage } from './schema.ts';
import type { ClockEvent } from './schema-clock.ts';

/** What departments do together must be said to be used, and stages that only some tickets pass must be decidable. */

type Path = (string | number)[];

const useOfEvent: Partial<Record<ClockEvent, CoordinationUse>> = {
  'handoff.declined': 'decline',
  'handoff.date-settled': 'counter-date',
  'obstacle.reported': 'obstacle',
  'party.named': 'parties',
  'contact.noted': 'contacts',
  'task.assigned': 'tasks',
  'task.accepted': 'tasks',
  'task.declined': 'tasks',
  'task.done': 'tasks',
  'task.cancelled': 'tasks',
  'letter.sent': 'letters',
  'letter.answered': 'letters',
  'letter.settled': 'letters',
  'letter.withdrawn': 'letters',
  'meeting.called': 'meetings',
  'meeting.minuted': 'meetings',
  'meeting.cancelled': 'meetings',
  'solution.circulated': 'solutions',
  'solution.answered': 'solutions',
  'solution.agreed': 'solutions',
};

const useOfGate: Partial<Record<Gate, CoordinationUse>> = {
  'parties-named': 'parties',
  'letters-answered': 'letters',
  'meetings-minuted': 'meetings',
  'tasks-done': 'tasks',
  agreed: 'solutions',
};

export function checkCoordination(playbook: Playbook, names: Names): Problem[] {
  const uses: ReadonlySet<CoordinationUse> = new Set(playbook.coordination?.uses ?? []);
  const missing = (use: CoordinationUse | undefined, path: Path, what: string): Problem[] =>
    use === undefined || uses.has(use)
      ? []
      : [problemAt(path, `${what} can never happen here: coordination.uses does not list ${use}`)];
  return [
    ...playbook.clocks.flatMap((clock, index) =>
      patternsOf(clock, ['clocks', index]).flatMap(({ pattern: { on }, at }) =>
        missing(useOfEvent[on], [...at, 'on'], on),
      ),
    ),
    ...playbook.stages.flatMap(({ gates }, index) =>
      gates.flatMap((gate, at) => missing(useOfGate[gate], ['stages', index, 'gates', at], `the gate "${gate}"`)),
    ),
    ...checkUses(playbook, uses),
    ...checkNames(names, 'priority', ['coordination', 'planFor'], playbook.coordination?.planFor),
  ];
}

function checkUses({ coordination }: Playbook, uses: ReadonlySet<CoordinationUse>): Problem[] {
  if (!coordination) return [];
  const { confirm, collaboratorTasks } = coordination;
  const problems: Problem[] = [];
  if (uses.has('solutions') && confirm.length === 0)
    problems.push(
      problemAt(['coordination', 'confirm'], 'must say which parties confirm a solution: uses lists solutions'),
    );
  if (!uses.has('solutions') && confirm.length > 0)
    problems.push(problemAt(['coordination', 'confirm'], 'has no effect: uses does not list solutions'));
  if (confirm.includes('external') && !uses.has('parties'))
    problems.push(
      problemAt(['coordination', 'confirm'], 'outside parties have to be named first: add parties to uses'),
    );
  if (uses.has('letters') && !uses.has('parties'))
    problems.push(problemAt(['coordination', 'uses'], 'letters go to parties: add parties'));
  if (collaboratorTasks && !uses.has('tasks'))
    problems.push(problemAt(['coordination', 'collaboratorTasks'], 'has no effect: uses does not list tasks'));
  return problems;
}

/** A stage that only some tickets pass: what decides it must be known by then. */
export function checkConditions(playbook: Playbook, names: Names, flow: Flow): Problem[] {
  const targets = new Set(
    playbook.stages.flatMap((stage) => [
      stage.dissatisfied?.to,
      ...(isUnderSameCondition(playbook, stage) ? [] : [stage.objected?.to]),
    ]),
  );
  return playbook.stages.flatMap((stage, index) => {
    const path: Path = ['stages', index, 'when'];
    if (!stage.when) return [];
    return [
      ...(index === 0 ? [problemAt(path, 'the first stage is never passed over')] : []),
      ...(targets.has(stage.id)
        ? [problemAt(path, 'tickets are sent back to this stage, so it cannot be passed over')]
        : []),
      ...checkNames(names, 'priority', [...path, 'priorities'], stage.when.priorities),
      ...checkNames(names, 'category', [...path, 'categories'], stage.when.categories),
      ...checkAnswer(playbook, flow, stage, path),
    ];
  });
}

/** Whoever objects where only some tickets come sends back to where the very same tickets come: that stage is passed over for none of them. */
function isUnderSameCondition({ stages }: Playbook, { when, objected }: PlaybookStage): boolean {
  const target = stages.find(({ id }) => id === objected?.to);
  return when !== undefined && JSON.stringify(target?.when) === JSON.stringify(when);
}

function checkAnswer(playbook: Playbook, flow: Flow, { id, when }: PlaybookStage, path: Path): Problem[] {
  if (when?.form === undefined) return [];
  const form = playbook.forms.find((one) => one.id === when.form);
  if (!form)
    return [
      unknownName(
        [...path, 'form'],
        'form',
        when.form,
        playbook.forms.map((one) => one.id),
      ),
    ];
  const chain = flow.chainFrom(playbook.stages[0]?.id ?? '');
  const asked = chain.findIndex((stage) => stage.form === form.id);
  const here = chain.findIndex((stage) => stage.id === id);
  if (asked < 0 || asked >= here)
    return [problemAt([...path, 'form'], `"${form.id}" is not answered before this stage`)];
  const field = form.fields.find((one) => one.id === when.field);
  if (!field)
    return [
      unknownName(
        [...path, 'field'],
        `field of ${form.id}`,
        when.field ?? '',
        form.fields.map((one) => one.id),
      ),
    ];
  const answers = answersOf(playbook, field);
  if (!answers)
    return [problemAt([...path, 'field'], `"${field.id}" is a ${field.type}; only a choice or check can decide`)];
  return (when.is ?? []).flatMap((value, index) =>
    answers.has(value)
      ? []
      : [unknownName([...path, 'is', index], `answer of ${field.id}`, String(value), [...answers].map(String))],
  );
}

/** An objection sends a ticket back to a stage that leads here again. */
export function checkObjections({ stages }: Playbook, flow: Flow): Problem[] {
  return stages.flatMap((stage, index) => {
    if (!stage.objected || stage.objected.to === stage.id) return [];
    const isBehind = flow.chainFrom(stage.objected.to).includes(stage);
    return isBehind
      ? []
      : [problemAt(['stages', index, 'objected', 'to'], `"${stage.objected.to}" does not lead to this stage again`)];
  });
}
