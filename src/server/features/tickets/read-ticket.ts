import { mayRead } from '../../../domain/access/ticket-rules.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { Engine } from './engine.ts';
import { type LoadedTicket, loadTicketByNumber } from './store-load.ts';

export async function readByNumber(engine: Engine, actor: Actor, number: string): Promise<LoadedTicket> {
  const loaded = await loadTicketByNumber(engine.pool, engine.ring, number);
  if (!loaded || !mayRead(actor, loaded.state)) throw new Refusal('ticket.unknown', 'number', { number });
  return loaded;
}
