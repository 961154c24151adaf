import { type DatabasePool, isUnavailable } from '../../database/pool.ts';
import { gather } from '../../platform/gather.ts';
import { type Beginning, type BeginQuery, beginAll, drawTicketIds, ticketIdsPerBlock } from './store-register.ts';
import { insertTickets, type TicketWrite } from './store-write.ts';

/**
 * What registrations ask of the database. Those that come at the same time share their round trips and their transaction: under load
 * that is most of what a ticket costs.
 */
export type Registrar = {
  nextTicketId(): Promise<number>;
  begin(query: BeginQuery): Promise<Beginning>;
  insert(write: TicketWrite): Promise<unknown>;
};

/** Two at a time, so that one is prepared here while the database works on the other. */
const atOnce = 2;
const most = 32;

export function createRegistrar(pool: DatabasePool): Registrar {
  const shared = { atOnce, most, isEverybodys: isUnavailable };
  return {
    nextTicketId: ticketIds(pool),
    begin: gather({ ...shared, run: (queries: readonly BeginQuery[]) => beginAll(pool, queries) }),
    insert: gather({
      ...shared,
      run: (writes: readonly TicketWrite[]) => insertTickets(pool, writes),
    }),
  };
}

/** Ids grow roughly with time; those of a block that a process did not use up before it stopped stay unused. */
function ticketIds(pool: DatabasePool): () => Promise<number> {
  type Block = { next: number; end: number };
  let current: Promise<Block> | null = null;
  const draw = async (): Promise<Block> => {
    const first = await drawTicketIds(pool);
    return { next: first, end: first + ticketIdsPerBlock };
  };
  return async () => {
    for (;;) {
      current ??= draw();
      const drawing = current;
      const block = await drawing.catch((error: unknown) => {
        if (current === drawing) current = null;
        throw error;
      });
      if (block.next < block.end) return block.next++;
      if (current === drawing) current = null;
    }
  };
}
