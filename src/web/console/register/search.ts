import { z } from 'zod';

/** What the address of the registration page may carry after `?`. */
export const registerSearch = z.object({
  playbook: z.string().optional().catch(undefined),
  contact: z.coerce.string().optional().catch(undefined),
  customer: z.coerce.number().optional().catch(undefined),
});
