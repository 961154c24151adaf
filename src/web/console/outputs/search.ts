import { z } from 'zod';

/** What the addresses of the outputs pages may carry after `?`: a ticket and one of its forms, or a table's days. */
const day = z.iso.date().optional().catch(undefined);
export const outputsSearch = z.object({
  ticket: z.coerce.number().int().positive().optional().catch(undefined),
  form: z.string().max(60).optional().catch(undefined),
  /** A letter, minutes, a solution or the coordination record instead of a form. */
  paper: z.string().max(60).optional().catch(undefined),
  playbook: z.string().optional().catch(undefined),
  from: day,
  to: day,
});
