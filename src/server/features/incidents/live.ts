import type { Engine } from '../tickets/index.ts';

/** Consoles in every process are told to fetch an incident again. A lost hint costs a refresh, never data. */
export const incidentChannel = 'incident_changed';

export async function tellOfIncident({ pool, logger }: Pick<Engine, 'pool' | 'logger'>, id: number): Promise<void> {
  try {
    await pool.query('select pg_notify($1, $2)', [incidentChannel, String(id)]);
  } catch (error) {
    logger.warn({ error }, 'could not tell other processes of a changed incident; consoles refresh by themselves');
  }
}
