import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { CoordinationUse } from '../playbook/schema.ts';
import type { CommandName } from '../ticket/commands.ts';

/** Which ways of working together a playbook knows, and which of them a command belongs to. */

const none: ReadonlySet<CoordinationUse> = new Set();
const known = new WeakMap<CompiledPlaybook, ReadonlySet<CoordinationUse>>();

export function usesOf(playbook: CompiledPlaybook): ReadonlySet<CoordinationUse> {
  const { coordination } = playbook.source;
  if (!coordination) return none;
  const uses = known.get(playbook) ?? new Set(coordination.uses);
  known.set(playbook, uses);
  return uses;
}

const useOf: Partial<Record<CommandName, CoordinationUse>> = {
  decline: 'decline',
  'settle-date': 'counter-date',
  'report-obstacle': 'obstacle',
  'name-party': 'parties',
  'drop-party': 'parties',
  'note-contact': 'contacts',
  'assign-task': 'tasks',
  'accept-task': 'tasks',
  'decline-task': 'tasks',
  'finish-task': 'tasks',
  'cancel-task': 'tasks',
  'send-letter': 'letters',
  'answer-letter': 'letters',
  'settle-letter': 'letters',
  'withdraw-letter': 'letters',
  'call-meeting': 'meetings',
  'record-minutes': 'meetings',
  'cancel-meeting': 'meetings',
  'circulate-solution': 'solutions',
  'answer-solution': 'solutions',
  'overrule-solution': 'solutions',
};

/** Whether the procedure knows this command at all; what it does not know is not offered. */
export function isUsed(playbook: CompiledPlaybook, command: CommandName): boolean {
  const use = useOf[command];
  return use === undefined || usesOf(playbook).has(use);
}
