import { type Engine, type LoadedTicket, loadTicketByNumber } from '../tickets/index.ts';

/** A ticket by its number, if one of these contacts belongs to its customer. */
export async function loadByNumberAndContact(
  engine: Engine,
  number: string,
  hashes: readonly Buffer[],
): Promise<LoadedTicket | null> {
  const { rows } = await engine.pool.query({
    name: 'portal-key',
    text: `select 1 from ticket t join customer_contact c on c.customer_id = t.customer_id
      where t.number = $1 and c.hash = any($2::bytea[]) limit 1`,
    values: [number, hashes],
  });
  return rows.length === 0 ? null : loadTicketByNumber(engine.pool, engine.ring, number);
}

export async function readNumber({ pool }: Pick<Engine, 'pool'>, ticketId: number): Promise<string> {
  const { rows } = await pool.query<{ number: string }>('select number from ticket where id = $1', [ticketId]);
  return rows[0]?.number ?? '';
}
