import type { Flow } from './flow.ts';
import { checkName, type Names } from './names.ts';
import { type Problem, problemAt } from './problem.ts';
import type { Playbook, PlaybookStage } from './schema.ts';

type Path = (string | number)[];

export function checkStageNames({ stages }: Playbook, names: Names): Problem[] {
  return stages.flatMap(({ form, next, dissatisfied, objected }, index) => [
    ...checkName(names, 'form', ['stages', index, 'form'], form),
    ...checkName(names, 'stage', ['stages', index, 'next'], next),
    ...checkName(names, 'stage', ['stages', index, 'dissatisfied', 'to'], dissatisfied?.to),
    ...checkName(names, 'stage', ['stages', index, 'objected', 'to'], objected?.to),
  ]);
}

/** Every ticket must find its way from the first stage to a last one, and every stage and form be on some way. */
export function checkStages(playbook: Playbook, flow: Flow): Problem[] {
  const users = new Set(playbook.stages.map((stage) => stage.form));
  const way = new Set(flow.chainFrom(playbook.stages[0]?.id ?? ''));
  const isOnWay = (stage: PlaybookStage) => way.has(stage);
  return [
    ...playbook.stages.flatMap((stage, index) => [
      ...checkOwnForm(playbook, stage, index),
      ...checkStatus(stage, ['stages', index]),
      ...(isOnWay(stage) ? checkDissatisfied(stage, flow, ['stages', index]) : []),
      ...checkOnlyByForm(stage, flow, ['stages', index, 'onlyByForm']),
    ]),
    ...checkWay(playbook, flow),
    ...playbook.forms.flatMap(({ id }, index) =>
      users.has(id) ? [] : [problemAt(['forms', index, 'id'], `no stage has the form "${id}"`)],
    ),
  ];
}

function checkOwnForm({ stages }: Playbook, { form, gates }: PlaybookStage, index: number): Problem[] {
  if (form === undefined) {
    if (index === 0 || gates.length > 0) return [];
    return [problemAt(['stages', index], 'has neither a form nor gates, so every ticket would pass it unseen')];
  }
  const before = stages.slice(0, index).find((stage) => stage.form === form);
  if (!before) return [];
  return [problemAt(['stages', index, 'form'], `"${form}" is already the form of the stage "${before.id}"`)];
}

function checkStatus({ status }: PlaybookStage, path: Path): Problem[] {
  if (status !== 'closed') return [];
  const message = 'completing the last stage closes a ticket; while at a stage it is todo, in-progress or resolved';
  return [problemAt([...path, 'status'], message)];
}

function checkDissatisfied(stage: PlaybookStage, flow: Flow, path: Path): Problem[] {
  const { dissatisfied } = stage;
  if (!dissatisfied) {
    if (!flow.binds(stage, 'rating')) return [];
    const message =
      'asks for a rating but not where a dissatisfied customer’s ticket goes; add dissatisfied: { to: … }';
    return [problemAt(path, message)];
  }
  const chain = flow.chainFrom(dissatisfied.to);
  if (chain.length === 0 || chain.includes(stage)) return [];
  const message = `"${dissatisfied.to}" does not lead to this stage again, so nobody would ask the customer a second time`;
  return [problemAt([...path, 'dissatisfied', 'to'], message)];
}

function checkOnlyByForm(stage: PlaybookStage, flow: Flow, path: Path): Problem[] {
  if (!stage.onlyByForm || flow.binds(stage, 'department')) return [];
  return [problemAt(path, 'the form of this stage hands nothing off: no field binds department')];
}

function checkWay({ stages }: Playbook, flow: Flow): Problem[] {
  const [first] = stages;
  if (!first) return [];
  const chain = flow.chainFrom(first.id);
  const last = chain.at(-1);
  const problems: Problem[] = [];
  if (last?.next !== undefined && chain.some((stage) => stage.id === last.next)) {
    const message = `leads back to "${last.next}": no stage is the last one, so no ticket could be closed`;
    problems.push(problemAt(['stages', stages.indexOf(last), 'next'], message));
  }
  const sentBackTo = new Set(stages.flatMap(({ dissatisfied, objected }) => [dissatisfied?.to, objected?.to]));
  const unreached = headsOff(stages, new Set(chain), flow).map((stage) =>
    offTheWay(stage, stages.indexOf(stage), sentBackTo.has(stage.id)),
  );
  return [...problems, ...unreached];
}

/** Where each piece of way begins that does not hang on to the main one; the stages that follow on it are right in themselves. */
function headsOff(stages: readonly PlaybookStage[], reached: ReadonlySet<PlaybookStage>, flow: Flow): PlaybookStage[] {
  const off = stages.filter((stage) => !reached.has(stage));
  const named = new Set(off.map(({ next }) => next));
  const seen = new Set<PlaybookStage>();
  // Those that nothing names first; what is left then leads in a ring.
  return [...off.filter(({ id }) => !named.has(id)), ...off].filter((stage) => {
    if (seen.has(stage)) return false;
    for (const one of flow.chainFrom(stage.id)) seen.add(one);
    return true;
  });
}

/** A stage that tickets are only sent back to has no place among the others: what is before it, and what it may correct? */
function offTheWay({ id }: PlaybookStage, index: number, isSentBackTo: boolean): Problem {
  const message = isSentBackTo
    ? `tickets are sent back to "${id}", which is not on the way from the first stage along next`
    : `no ticket reaches the stage "${id}": no stage on the way names it as next`;
  return problemAt(['stages', index], message);
}
