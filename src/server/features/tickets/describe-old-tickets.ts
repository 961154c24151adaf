import type { Logger } from '../../platform/logger.ts';
import { contextOf, type Engine } from './engine.ts';
import { openText, sealDescription } from './secret.ts';
import {
  type Described,
  insertDescriptions,
  listDescribable,
  readDescribeProgress,
  saveDescribeProgress,
} from './store-describe.ts';
import { loadRows, type TicketRow, withoutText } from './store-load.ts';

/**
 * Gives tickets from before descriptions were kept one of their own, some of them at a time, until all have been seen once. Safe to run twice,
 * beside people who work, and in several processes: it only fills what is empty.
 */
export type DescribeDeps = Pick<Engine, 'pool' | 'ring' | 'playbooks' | 'calendars'> & { logger: Logger };

const batchSize = 200;
/** A ticket that is written while it is described is described again. */
const mostTries = 3;

/** @param most how many tickets are looked at @returns how many were given a description */
export async function describeOldTickets(deps: DescribeDeps, most = 50_000): Promise<number> {
  let { after, isDone } = await readDescribeProgress(deps.pool);
  let filled = 0;
  for (let seen = 0; !isDone && seen < most; ) {
    const tickets = await listDescribable(deps.pool, after, batchSize);
    filled += await describeAll(
      deps,
      tickets.flatMap(({ id, isOpen }) => (isOpen ? [id] : [])),
    );
    after = tickets.at(-1)?.id ?? after;
    isDone = tickets.length < batchSize;
    seen += tickets.length;
    await saveDescribeProgress(deps.pool, { after, isDone });
  }
  return filled;
}

async function describeAll(deps: DescribeDeps, ids: readonly number[]): Promise<number> {
  let filled = 0;
  for (let tries = 0; tries < mostTries && filled < ids.length; tries++) {
    const described = (await loadRows(deps.pool, ids)).flatMap((row) => describeOne(deps, row));
    if (described.length === 0) break;
    filled += await insertDescriptions(deps.pool, described);
  }
  return filled;
}

/** One that cannot be opened is told and left as it is: lists open its whole text, and say the same. */
function describeOne({ ring, logger, ...registries }: DescribeDeps, row: TicketRow): Described[] {
  try {
    const { state, key } = withoutText(ring, row);
    const text = openText(ring, row.data_key, state.customerId, row.secret);
    const { playbook } = contextOf(registries, state);
    const description = sealDescription(playbook, key, { ...state, text });
    return description === null ? [] : [{ id: row.id, version: state.version, description }];
  } catch (error) {
    logger.warn({ error, ticket: row.id }, 'the description of a ticket could not be filled in');
    return [];
  }
}
