import type { Playbook, PlaybookStage } from './schema.ts';
import type { Binding } from './schema-form.ts';

/** The way of a ticket through the stages of a playbook, as far as its names are right. */
export type Flow = {
  /** From a stage along `next`, each stage once, itself first; empty for an unknown stage. */
  chainFrom(stage: string): PlaybookStage[];
  /** Whether a ticket that has left `from` can come to `to`: forward, by second handling or by a bounce. */
  canCome(from: string, to: string): boolean;
  /** Whether answering the stage's form sets the attribute. */
  binds(stage: PlaybookStage, binding: Binding): boolean;
};

export function flowOf(playbook: Playbook): Flow {
  const stages = new Map(playbook.stages.map((stage) => [stage.id, stage]));
  const bound = new Map(playbook.forms.map((form) => [form.id, new Set(form.fields.map((field) => field.binds))]));
  const binds = (stage: PlaybookStage, binding: Binding) =>
    stage.form !== undefined && (bound.get(stage.form)?.has(binding) ?? false);
  const chainFrom = (id: string) => {
    const chain = new Set<PlaybookStage>();
    for (let stage = stages.get(id); stage && !chain.has(stage); stage = stages.get(stage.next ?? '')) chain.add(stage);
    return [...chain];
  };
  const moves = new Map(playbook.stages.map((stage) => [stage.id, movesFrom(playbook, stage, binds)]));
  return { chainFrom, binds, canCome: (from, to) => isReachable(moves, from, to) };
}

function movesFrom(playbook: Playbook, stage: PlaybookStage, binds: Flow['binds']): string[] {
  const { stages } = playbook;
  const moves = [stage.next, stage.dissatisfied?.to, stage.objected?.to];
  // A ticket already resolved may be reopened by hand; it restarts where dissatisfaction would.
  if (stage.status === 'resolved')
    moves.push(stages.find((one) => one.dissatisfied)?.dissatisfied?.to ?? stages[1]?.id);
  const passed = stages.slice(1, Math.max(1, stages.indexOf(stage)));
  moves.push(passed.findLast((one) => binds(one, 'department'))?.id);
  return moves.filter((move) => move !== undefined);
}

function isReachable(moves: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [...(moves.get(from) ?? [])];
  for (let stage = open.pop(); stage !== undefined; stage = open.pop()) {
    if (stage === to) return true;
    if (seen.has(stage)) continue;
    seen.add(stage);
    open.push(...(moves.get(stage) ?? []));
  }
  return false;
}
