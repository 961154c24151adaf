import { z } from 'zod';

/** What the addresses of the outputs pages may carry after `?`. */
export const outputsSearch = z.object({
  playbook: z.string().optional().catch(undefined),
  from: z.string().optional().catch(undefined),
  to: z.string().optional().catch(undefined),
});
