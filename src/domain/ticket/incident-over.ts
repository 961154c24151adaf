import type { Happening, UnlinkCause } from './events.ts';
import type { TicketFacts } from './state.ts';

/** What takes a ticket out of its incident; nothing when it is part of none. */
export function incidentOver(
  { incident }: Pick<TicketFacts, 'incident'>,
  cause: UnlinkCause,
  note: string,
): Happening[] {
  if (!incident) return [];
  const data = { incident: incident.id, number: incident.number, cause };
  return [{ type: 'incident.unlinked', data, text: { note } }];
}
