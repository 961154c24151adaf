import { Gauge, Registry } from 'prom-client';
import { findPending, readMigrations } from './database/migrate.ts';
import type { DatabasePool } from './database/pool.ts';
import { countFailedPosts } from './features/group-chats/index.ts';
import { countSetAside } from './features/incidents/index.ts';
import { countFaults } from './features/tickets/index.ts';

/** What an operator watches besides requests: what the engine could not handle. */
export function gaugesOf(pool: DatabasePool): Registry {
  const register = new Registry();
  new Gauge({
    name: 'huiyin_clocks_set_aside',
    help: 'Clocks that could not be handled and need somebody to look at them',
    registers: [register],
    async collect() {
      this.set(await countFaults(pool));
    },
  });
  new Gauge({
    name: 'huiyin_incident_tellings_set_aside',
    help: 'Tickets that could not be told of their incident and need somebody to look at them',
    registers: [register],
    async collect() {
      this.set(await countSetAside(pool));
    },
  });
  new Gauge({
    name: 'huiyin_group_chat_posts_failed',
    help: 'Hand-offs that could not be posted in the group chat of their department',
    registers: [register],
    async collect() {
      this.set(await countFailedPosts(pool));
    },
  });
  return register;
}

/** Whether the database answers and has all that this version needs. */
export function readinessOf(pool: DatabasePool) {
  const migrations = readMigrations();
  return async () => {
    try {
      return { database: true, migrations: (await findPending(pool, migrations)).length === 0 };
    } catch {
      return { database: false, migrations: false };
    }
  };
}
