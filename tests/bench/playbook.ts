import type { Playbook } from '../../src/domain/playbook/schema.ts';

/** The resolution flow with two promises more from the moment of receipt, so that a new ticket has four clocks running. */
export const benchPlaybookId = 'bench-flow';

export function benchPlaybook(resolutionFlow: Playbook): Playbook {
  const [model] = resolutionFlow.clocks;
  if (!model) throw new Error('The resolution flow has no clocks');
  const more = (id: string, hours: number, time: 'wall' | 'working') => ({
    ...model,
    id,
    name: { zh: `测量${hours}小时`, en: `Measured, ${hours} hours` },
    target: { urgent: `${hours}h`, important: `${hours}h`, normal: `${hours}h` },
    time,
  });
  const clocks = [...resolutionFlow.clocks, more('first-answer', 8, 'working'), more('first-progress', 36, 'wall')];
  return { ...resolutionFlow, id: benchPlaybookId, clocks };
}
