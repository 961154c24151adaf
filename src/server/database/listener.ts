import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from '../platform/logger.ts';
import type { DatabasePool } from './pool.ts';

/**
 * Hears what other processes announce through PostgreSQL (`notify`), on one connection of its own. Announcements made while that
 * connection was broken are lost, so after each reconnection every handler is called with null: anything may have changed.
 */
export type Listener = {
  on(channel: string, handle: NotificationHandler): Promise<void>;
  stop(): Promise<void>;
};
export type NotificationHandler = (payload: string | null) => void;

const longestRetryMs = 5000;
/** A connection that died without a word (cable, firewall) is found out by this question. */
const heartbeatMs = 15_000;

export async function startListener(pool: DatabasePool, logger: Logger): Promise<Listener> {
  const handlers = new Map<string, NotificationHandler[]>();
  let isStopping = false;
  let retry: Promise<void> = Promise.resolve();
  const connect = () => openClient(pool, handlers, call);
  const call = (channel: string, payload: string | null) => {
    for (const handle of handlers.get(channel) ?? []) {
      try {
        handle(payload);
      } catch (error) {
        logger.error({ error, channel }, 'a notification could not be handled');
      }
    }
  };
  const watch = (client: Client) => {
    const heartbeat = setInterval(() => {
      client.query('select 1').catch(() => client.end().catch(() => {}));
    }, heartbeatMs).unref();
    client.once('end', () => {
      clearInterval(heartbeat);
      if (!isStopping) retry = reconnect();
    });
  };
  const reconnect = async () => {
    for (let waitMs = 50; !isStopping; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
      try {
        current = await connect();
        watch(current);
        for (const channel of handlers.keys()) call(channel, null);
        return;
      } catch (error) {
        logger.debug({ error }, 'the database cannot be listened to, trying again');
        await delay(waitMs, undefined, { ref: false });
      }
    }
  };
  let current = await connect();
  watch(current);
  return {
    on: async (channel, handle) => {
      const known = handlers.get(channel);
      handlers.set(channel, [...(known ?? []), handle]);
      // While the connection is down this fails; the next one listens to every channel there is.
      if (!known) await listenTo(current, channel).catch((error) => logger.debug({ error }, 'not listening yet'));
    },
    stop: async () => {
      isStopping = true;
      await retry;
      await current.end().catch(() => {});
    },
  };
}

async function openClient(
  pool: DatabasePool,
  handlers: ReadonlyMap<string, unknown>,
  call: (channel: string, payload: string) => void,
): Promise<Client> {
  const client = new Client({ ...pool.options, keepAlive: true, application_name: 'huiyin-listener' });
  client.on('error', () => {});
  client.on('notification', ({ channel, payload }) => call(channel, payload ?? ''));
  await client.connect();
  try {
    for (const channel of handlers.keys()) await listenTo(client, channel);
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

async function listenTo(client: Client, channel: string): Promise<void> {
  await client.query(`listen ${client.escapeIdentifier(channel)}`);
}
