import type { Playbook, TicketStatus } from './schema.ts';
import type { Bilingual } from './schema-parts.ts';

/** A playbook's flow, small enough to be drawn beside its name: its stages, where it loops back (by index), and how many promises it makes. */
export type FlowPicture = {
  stages: { name: Bilingual; status: TicketStatus; isConditional: boolean }[];
  loops: FlowLoop[];
  clocks: number;
};
export type FlowLoop = { from: number; to: number; why: 'dissatisfied' | 'objected' };

export function flowPicture({ stages, clocks }: Playbook): FlowPicture {
  return {
    stages: stages.map(({ name, status, when }) => ({ name, status, isConditional: when !== undefined })),
    loops: loopsOf(stages),
    clocks: clocks.length,
  };
}

export function loopsOf(stages: Playbook['stages']): FlowLoop[] {
  const place = (id: string) => stages.findIndex((stage) => stage.id === id);
  return stages
    .flatMap((stage, from) => [
      ...(stage.dissatisfied ? [{ from, to: place(stage.dissatisfied.to), why: 'dissatisfied' as const }] : []),
      ...(stage.objected ? [{ from, to: place(stage.objected.to), why: 'objected' as const }] : []),
    ])
    .filter(({ from, to }) => to >= 0 && to <= from);
}
