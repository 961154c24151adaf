import { checkClocks, checkExtension } from './check-clocks.ts';
import { checkConditions, checkCoordination, checkObjections } from './check-coordination.ts';
import { checkFirstStage } from './check-first-stage.ts';
import { checkForms } from './check-forms.ts';
import { checkGates } from './check-gates.ts';
import { checkMoments } from './check-moments.ts';
import { checkPortal } from './check-portal.ts';
import { checkScopes } from './check-scopes.ts';
import { checkStageNames, checkStages } from './check-stages.ts';
import { checkTables } from './check-tables.ts';
import { checkWho } from './check-who.ts';
import { flowOf } from './flow.ts';
import { checkName, namesOf, repeatedNames } from './names.ts';
import { type Problem, problemAt } from './problem.ts';
import type { Playbook } from './schema.ts';

/**
 * What the schema cannot see: names that lead nowhere, stages nobody can leave, promises nobody can keep. Everything that
 * is found is reported, each at its place in the document.
 */
export function checkPlaybook(playbook: Playbook): Problem[] {
  const names = namesOf(playbook);
  const repeated = repeatedNames(playbook);
  const misnamed = checkStageNames(playbook, names);
  return [
    ...repeated,
    ...checkNumber(playbook.number),
    ...playbook.categories.flatMap(({ department }, index) =>
      checkName(names, 'department', ['categories', index, 'department'], department),
    ),
    ...checkName(names, 'priority', ['initialPriority'], playbook.initialPriority),
    ...checkRatings(playbook),
    ...checkForms(playbook),
    ...misnamed,
    ...checkFirstStage(playbook),
    ...checkClocks(playbook, names),
    ...checkScopes(playbook),
    ...checkCoordination(playbook, names),
    ...checkExtension(playbook, names),
    ...checkPortal(playbook, names),
    ...checkTables(playbook),
    ...(repeated.length + misnamed.length === 0 ? checkFlow(playbook) : []),
  ];
}

/** Only once the names are right: a misspelt stage would look like one that nobody reaches. */
function checkFlow(playbook: Playbook): Problem[] {
  const flow = flowOf(playbook);
  return [
    ...checkStages(playbook, flow),
    ...checkConditions(playbook, namesOf(playbook), flow),
    ...checkObjections(playbook, flow),
    ...checkGates(playbook, flow),
    ...checkWho(playbook, flow),
    ...checkMoments(playbook, flow),
  ];
}

/** A day needs its month and a month its year, or numbers of different times look alike. */
function checkNumber(number: string): Problem[] {
  const path = ['number'];
  const parts = [...number.matchAll(/\{(yyyy|MM|dd)\}/g)].map((match) => match[1]);
  const problems: Problem[] = [];
  if (new Set(parts).size < parts.length) problems.push(problemAt(path, 'names a part of the date twice'));
  if (parts.includes('dd') && !parts.includes('MM')) problems.push(problemAt(path, 'has {dd} without {MM}'));
  if (parts.includes('MM') && !parts.includes('yyyy')) problems.push(problemAt(path, 'has {MM} without {yyyy}'));
  return problems;
}

function checkRatings({ ratings }: Playbook): Problem[] {
  const path = ['ratings'];
  const problems: Problem[] = [];
  if (!ratings.some((rating) => rating.isSatisfied)) {
    problems.push(problemAt(path, 'no rating is satisfied, so no ticket could be confirmed'));
  }
  if (ratings.every((rating) => rating.isSatisfied)) {
    problems.push(problemAt(path, 'no rating is dissatisfied, so second handling could never start'));
  }
  return problems;
}
