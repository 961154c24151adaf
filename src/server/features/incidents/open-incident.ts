import type { z } from 'zod';
import type { openIncidentBody } from '../../../contract/incident.ts';
import { decideOpening } from '../../../domain/incident/decide.ts';
import type { Incident } from '../../../domain/incident/state.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { transaction } from '../../database/pool.ts';
import { createSequence, type Engine, numberPlan, quotedSequence } from '../tickets/index.ts';
import { tellOfIncident } from './live.ts';
import { insertIncident } from './store.ts';

export const incidentNumber = 'INC-{yyyy}-{seq:3}';

type Body = z.output<typeof openIncidentBody>;

export async function openIncident(engine: Engine, actor: Actor, body: Body): Promise<Incident> {
  const now = engine.clock.now();
  const estimate = body.estimate === null ? null : Date.parse(body.estimate);
  const asked = { ...body, estimate };
  // What will be refused draws no number.
  decideOpening({ actor, now }, { ...asked, number: '' });
  const number = await drawNumber(engine, now);
  const { state, events } = decideOpening({ actor, now }, { ...asked, number });
  const opened = await transaction(engine.pool, (client) => insertIncident(client, state, events));
  await tellOfIncident(engine, opened.id);
  return opened;
}

/** The first number of a year makes the year's sequence. */
async function drawNumber({ pool, timeZone }: Engine, now: number): Promise<string> {
  const { sequence, format } = numberPlan(incidentNumber, now, timeZone);
  const draw = async () => {
    const { rows } = await pool.query<{ value: number }>('select nextval($1::regclass) as value', [
      quotedSequence(sequence),
    ]);
    return format(rows[0]?.value ?? 0);
  };
  try {
    return await draw();
  } catch (error) {
    if ((error as { code?: string }).code !== '42P01') throw error;
    await createSequence(pool, sequence);
    return draw();
  }
}
