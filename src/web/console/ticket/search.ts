import { z } from 'zod';

/** Parts of the page that a narrow screen shows one at a time; a wide one shows all. */
export const ticketTabs = ['work', 'coordination', 'timeline', 'clocks', 'about'] as const;
export type TicketTab = (typeof ticketTabs)[number];

/** What the address of a ticket page may carry after `?`. */
export const ticketSearch = z.object({ tab: z.string().optional().catch(undefined) });
