import { z } from 'zod';
import { playbookSchema } from '../domain/playbook/schema.ts';
import { names } from './common.ts';

export const playbookBrief = z.object({
  id: z.string(),
  version: z.int(),
  name: names,
  summary: names,
  isPortal: z.boolean(),
});
export type PlaybookBrief = z.infer<typeof playbookBrief>;
export const playbookList = z.object({ items: z.array(playbookBrief) });
/** The whole document: the console draws stages, forms and options from it. */
export const playbookView = playbookSchema;
