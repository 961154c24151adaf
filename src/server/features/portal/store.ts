import { type Engine, type LoadedTicket, loadTicketByNumber } from '../tickets/index.ts';

/** A ticket by its number, if all of these contacts belong to its customer: any of a list would make each request many guesses. */
export async function loadByNumberAndContact(
  engine: Engine,
  number: string,
  hashes: readonly Buffer[],
): Promise<LoadedTicket | null> {
  const { rows } = await engine.pool.query({
    name: 'portal-key',
    text: `select 1 from ticket t where t.number = $1 and cardinality($2::bytea[]) > 0 and cardinality($2::bytea[]) =
      (select count(*) from customer_contact c where c.customer_id = t.customer_id and c.hash = any($2::bytea[]))`,
    values: [number, hashes],
  });
  return rows.length === 0 ? null : loadTicketByNumber(engine.pool, engine.ring, number);
}

export async function readNumber({ pool }: Pick<Engine, 'pool'>, ticketId: number): Promise<string> {
  const { rows } = await pool.query<{ number: string }>('select number from ticket where id = $1', [ticketId]);
  return rows[0]?.number ?? '';
}
