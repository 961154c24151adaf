import { type Involved, involvedOf } from '../../../domain/access/ticket-rules.ts';
import type { TicketFacts } from '../../../domain/ticket/state.ts';
import type { DatabasePool } from '../../database/pool.ts';
import type { Logger } from '../../platform/logger.ts';
import { payloadsOf } from './live-payloads.ts';

/**
 * Tells every process which tickets changed, so that open consoles fetch them again. Only hints travel: a lost one costs a
 * refresh, never data. Sent apart from the writing transaction, many at once: NOTIFY inside it would make commits queue up.
 */
export type TicketChange = Pick<
  TicketFacts,
  'id' | 'version' | 'department' | 'owner' | 'collaborators' | 'customerId'
> & { notified: number[]; involved: Involved };

export const ticketChannel = 'ticket_changed';
const gatherMs = 50;

export class LiveHub {
  readonly #pool: DatabasePool;
  readonly #logger: Logger;
  #waiting: TicketChange[] = [];
  #timer: NodeJS.Timeout | null = null;
  #sending: Promise<void> = Promise.resolve();

  constructor(pool: DatabasePool, logger: Logger) {
    this.#pool = pool;
    this.#logger = logger;
  }

  tell(facts: TicketFacts, notified: readonly number[]): void {
    const { id, version, department, owner, collaborators, customerId } = facts;
    const readers = { department, owner, collaborators, customerId, involved: involvedOf(facts) };
    this.#waiting.push({ id, version, ...readers, notified: [...new Set(notified)] });
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#sending = this.#send();
    }, gatherMs);
  }

  /** Sends what is still waiting; for a clean stop. */
  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#sending;
    await this.#send();
  }

  async #send(): Promise<void> {
    const changes = this.#waiting.splice(0);
    try {
      for (const payload of payloadsOf(changes)) {
        await this.#pool.query('select pg_notify($1, $2)', [ticketChannel, payload]);
      }
    } catch (error) {
      this.#logger.warn({ error }, 'could not tell other processes of changed tickets; consoles refresh by themselves');
    }
  }
}
