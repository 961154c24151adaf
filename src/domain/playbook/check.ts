import type { Problem } from './problem.ts';
import type { Playbook } from './schema.ts';

export function checkPlaybook(_playbook: Playbook): Problem[] {
  return [];
}
