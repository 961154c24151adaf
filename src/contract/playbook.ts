import { z } from 'zod';
import { playbookSchema, statuses } from '../domain/playbook/schema.ts';
import { code, names } from './common.ts';

export const playbookBrief = z.object({
  id: z.string(),
  version: z.int(),
  name: names,
  summary: names,
  isPortal: z.boolean(),
  /** What its flow looks like: stages in order, and where it loops back, by index. */
  flow: z.object({
    stages: z.array(z.object({ name: names, status: z.enum(statuses), isConditional: z.boolean() })),
    loops: z.array(z.object({ from: z.int(), to: z.int(), why: z.enum(['dissatisfied', 'objected']) })),
    clocks: z.int(),
  }),
});
export type PlaybookBrief = z.infer<typeof playbookBrief>;
export const playbookList = z.object({ items: z.array(playbookBrief) });
/** The whole document: the console draws stages, forms and options from it. */
export const playbookView = playbookSchema;

const tag = 'playbooks';

export const playbookEndpoints = {
  listPlaybooks: {
    method: 'GET',
    path: '/playbooks',
    tag,
    summary: 'Playbooks in force',
    reply: playbookList,
  },
  getPlaybook: {
    method: 'GET',
    path: '/playbooks/{id}',
    tag,
    summary: 'One playbook, whole; the version in force unless asked',
    params: z.object({ id: code }),
    query: z.object({ version: z.coerce.number().int().positive().optional() }),
    reply: playbookView,
  },
} as const;
