import { z } from 'zod';

/** What the address of a ticket page may carry after `?`. */
export const ticketSearch = z.object({ tab: z.string().optional().catch(undefined) });
