import { roleNames } from '../access/role-names.ts';
import type { Flow } from './flow.ts';
import { type Problem, problemAt } from './problem.ts';
import type { Gate, Playbook, PlaybookStage } from './schema.ts';
import type { Role } from './schema-parts.ts';

/** Whom a ticket has only once it has been handed over. */
const afterHandOff: ReadonlySet<Role> = new Set<Role>(['owner', 'contact', 'specialist']);
const openedByHandOff: ReadonlySet<Gate> = new Set<Gate>(['handed-off', 'owned', 'accepted']);

/** Stages and gates that wait for people whom the ticket does not have yet: the form that hands it over comes later. */
export function checkWho(playbook: Playbook, flow: Flow): Problem[] {
  const chain = flow.chainFrom(playbook.stages[0]?.id ?? '');
  const at = chain.findIndex((stage) => flow.binds(stage, 'department') || flow.binds(stage, 'owner'));
  const handsOver = chain[at];
  // Where no form hands it over, whoever registers tickets does so by hand, at any time.
  if (!handsOver) return [];
  return chain.slice(0, at + 1).flatMap((stage, place) => {
    const path = ['stages', playbook.stages.indexOf(stage)];
    return [...nobodyYet(stage, handsOver, path), ...(place < at ? gatesTooEarly(stage, handsOver, path) : [])];
  });
}

function nobodyYet({ who }: PlaybookStage, handsOver: PlaybookStage, path: (string | number)[]): Problem[] {
  if (!who.every((role) => afterHandOff.has(role))) return [];
  const message = `nobody can complete this stage: ${who.join(', ')} have the ticket only once "${handsOver.id}" has handed it over`;
  const zh = {
    message: `没有人能完成这个环节：${who.map((role) => roleNames[role].zh).join('、')}要等「${handsOver.name.zh}」传递之后才有`,
    remedy: '请在「由谁完成」（who）中加入客服（agent）或主管（supervisor），或把环节移到传递之后',
  };
  return [problemAt([...path, 'who'], message, { remedy: 'add agent or supervisor, or move the stage behind it', zh })];
}

function gatesTooEarly({ gates }: PlaybookStage, handsOver: PlaybookStage, path: (string | number)[]): Problem[] {
  return gates.flatMap((gate, index) => {
    if (!openedByHandOff.has(gate)) return [];
    const message = `nobody can open the gate "${gate}": the ticket is handed over only later, at "${handsOver.id}"`;
    const zh = {
      message: `条件「${gate}」没有人能满足：工单要到后面的「${handsOver.name.zh}」才传递`,
      remedy: '请把这个条件移到传递的环节或其后',
    };
    return [problemAt([...path, 'gates', index], message, { remedy: 'move the gate to that stage or behind it', zh })];
  });
}
