import type { PlaybookProblem } from '../../../contract/studio.ts';
import { checkOrganisation } from '../../../domain/playbook/check-organisation.ts';
import { remedyOf } from '../../../domain/playbook/remedies.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import { parsePlaybook, placed } from '../../../domain/playbook/source.ts';
import type { PlacedProblem } from '../../../domain/playbook/yaml.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Directory } from '../../../domain/ticket/context.ts';

export type Examined = { playbook: Playbook | null; problems: PlacedProblem[] };

/** All that keeps a text from being published here: what is wrong in it, else what the organisation lacks for it. */
export function examine(source: string, directory: Directory): Examined {
  const parsed = parsePlaybook(source);
  if (parsed.problems) return { playbook: null, problems: parsed.problems };
  const { playbook, placeOf } = parsed;
  const problems = checkOrganisation(playbook, {
    department: (code) => {
      const found = directory.department(code);
      return found?.isActive ? found : null;
    },
    isHeld: (role) => directory.withRole(role).length > 0,
  });
  return { playbook, problems: placed(problems, placeOf) };
}

export function viewProblem(problem: PlacedProblem): PlaybookProblem {
  const { path, place, message, zh, nearest } = problem;
  return {
    path,
    line: place.line,
    column: place.column,
    message: { zh: zh?.message ?? message, en: message },
    remedy: remedyOf(problem),
    nearest: nearest ?? null,
  };
}

/** @throws Refusal playbook.has-problems with all of them */
export function refuseProblems(problems: readonly PlacedProblem[]): void {
  const views = problems.map(viewProblem);
  const [first] = views;
  if (!first) return;
  const details = {
    count: views.length,
    line: first.line,
    messageZh: first.message.zh,
    messageEn: first.message.en,
    remedyZh: first.remedy.zh,
    remedyEn: first.remedy.en,
    problems: views,
  };
  throw new Refusal('playbook.has-problems', 'source', details);
}
