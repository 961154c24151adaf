import { z } from 'zod';
import { caseViews } from '../../../contract/case.ts';

const name = z.coerce.string().max(60).optional().catch(undefined);

/** What the address of the library may carry after `?`. */
export const casesSearch = z.object({
  words: z.coerce.string().max(200).optional().catch(undefined),
  view: z.enum(caseViews).optional().catch(undefined),
  playbook: name,
  category: name,
  tag: name,
});
export type CasesSearch = z.infer<typeof casesSearch>;

/** A new case is made of a ticket. */
export const newCaseSearch = z.object({ ticket: z.coerce.number().int().positive().optional().catch(undefined) });
