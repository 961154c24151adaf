import { checkPlaybook } from './check.ts';
import type { Problem } from './problem.ts';
import { type Playbook, playbookSchema } from './schema.ts';
import { mostProblems, schemaProblems } from './schema-problems.ts';

export type LoadedPlaybook =
  | { playbook: Playbook; problems?: undefined }
  | { playbook?: undefined; problems: Problem[] };

/**
 * Takes any value for a playbook document: it comes back typed and checked, or with everything that is wrong with it.
 * Names and meaning are looked at once the shape is right.
 */
export function loadPlaybook(value: unknown): LoadedPlaybook {
  const parsed = playbookSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) {
    return { problems: schemaProblems(playbookSchema, parsed.error.issues).slice(0, mostProblems) };
  }
  const problems = checkPlaybook(parsed.data);
  return problems.length === 0 ? { playbook: parsed.data } : { problems: problems.slice(0, mostProblems) };
}
