import type { Flow } from './flow.ts';
import { type Problem, problemAt } from './problem.ts';
import type { Gate, Playbook, PlaybookStage } from './schema.ts';
import type { Binding } from './schema-form.ts';

/** Gates that only a form's field can open; the others have actions of their own. */
const openers: Partial<Record<Gate, Binding>> = {
  classified: 'category',
  verified: 'verified',
  'called-back': 'rating',
};

/** What second handling takes back, so that it must be given again on the way. */
const takenBack: ReadonlySet<Gate> = new Set(['verified', 'called-back']);

/** A gate that no form at or before its stage can open would hold every ticket for ever. */
export function checkGates(playbook: Playbook, flow: Flow): Problem[] {
  const { stages } = playbook;
  const shut = stages.flatMap((stage, index) =>
    stage.gates.flatMap((gate, at) => {
      const why = whyShut(playbook, flow, stage, gate);
      return why === null ? [] : [problemAt(['stages', index, 'gates', at], why)];
    }),
  );
  return [...shut, ...stages.flatMap(({ gates }, index) => repeatedGates(gates, index))];
}

function whyShut({ stages }: Playbook, flow: Flow, stage: PlaybookStage, gate: Gate): string | null {
  const binding = openers[gate];
  if (binding === undefined) return null;
  const entries = [stages[0]?.id, ...stages.map((one) => one.dissatisfied?.to)].filter((id) => id !== undefined);
  for (const [at, entry] of entries.entries()) {
    const chain = flow.chainFrom(entry);
    const end = chain.indexOf(stage);
    if (end < 0 || (at > 0 && !takenBack.has(gate))) continue;
    // A stage that only some tickets pass cannot be counted on, but for the one itself.
    const sure = chain.slice(0, end + 1).filter((one) => one.when === undefined || one === stage);
    if (sure.some((one) => flow.binds(one, binding))) continue;
    const way = at === 0 ? 'at or before this stage' : `from "${entry}" on, where second handling starts,`;
    return `nothing can open the gate "${gate}": no form ${way} has a field that binds ${binding}`;
  }
  return null;
}

function repeatedGates(gates: readonly Gate[], index: number): Problem[] {
  return gates.flatMap((gate, at) =>
    gates.indexOf(gate) === at ? [] : [problemAt(['stages', index, 'gates', at], `the gate "${gate}" is listed twice`)],
  );
}
