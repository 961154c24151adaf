import { optionsOf } from '../../../domain/playbook/field-options.ts';
import type { PlaybookField } from '../../../domain/playbook/schema.ts';
import type { FormPlaybook } from './options.ts';

/** Options that stand open side by side within half a line; up to as many as `mostPills` they need a whole one. */
const fewPills = 3;
export const mostPills = 6;

/** Fields that take a whole line: those that need one, and those that found no neighbour for theirs. */
export function wideFields(playbook: FormPlaybook, fields: readonly PlaybookField[]): ReadonlySet<PlaybookField> {
  const wide = new Set<PlaybookField>();
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at];
    const next = fields[at + 1];
    if (!field) break;
    if (isShort(playbook, field) && next && isShort(playbook, next)) at++;
    else wide.add(field);
  }
  return wide;
}

function isShort(playbook: FormPlaybook, field: PlaybookField): boolean {
  switch (field.type) {
    case 'text':
    case 'number':
    case 'date-time':
    case 'staff':
    case 'staff-list':
    case 'check':
      return true;
    case 'choice':
    case 'department': {
      const count = optionsOf(playbook, field)?.length ?? 0;
      return count <= fewPills || count > mostPills;
    }
    default:
      return false;
  }
}
