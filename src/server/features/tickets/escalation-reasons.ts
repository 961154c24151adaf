import type { EventOf } from '../../../domain/ticket/events.ts';
import type { Engine } from './engine.ts';
import { openJson } from './secret.ts';
import { readSecrets } from './store-events.ts';

/** Why tickets were escalated, for those who are told of it; empty where nobody gave a reason, or the customer has been erased. */
export async function escalationReasons(
  { pool, ring }: Pick<Engine, 'pool' | 'ring'>,
  events: readonly { ticketId: number; seq: number }[],
): Promise<string[]> {
  if (events.length === 0) return [];
  const rows = await readSecrets(pool, events);
  return rows.map(
    ({ secret, dataKey, customerId }) =>
      openJson<EventOf<'ticket.escalated'>['text']>(ring, dataKey, customerId, secret)?.reason ?? '',
  );
}
