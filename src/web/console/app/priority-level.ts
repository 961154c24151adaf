import type { Playbook } from '../../../domain/playbook/schema.ts';
import type { PriorityLevel } from '../../ui/tags.tsx';

/** How loud a priority is drawn: what a ticket starts with is plain, and the rest is told by what lies above and below. */
export function priorityLevel(
  playbook: Pick<Playbook, 'priorities' | 'initialPriority'> | undefined,
  code: string,
): PriorityLevel {
  const ids = playbook?.priorities.map(({ id }) => id) ?? [];
  const rank = ids.indexOf(code);
  if (rank === -1 || code === playbook?.initialPriority) return 'plain';
  if (rank === 0 || playbook?.priorities[rank]?.greenLane) return 'urgent';
  return rank < ids.indexOf(playbook?.initialPriority ?? '') ? 'raised' : 'low';
}
