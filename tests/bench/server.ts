import { readFileSync } from 'node:fs';
import { createServer, workers } from '../../src/server/context.ts';
import type { Connection } from '../../src/server/database/connection.ts';
import type { DatabasePool } from '../../src/server/database/pool.ts';
import { registerBareRoutes } from './bare.ts';
import { newTokens, openService } from './service.ts';

/** The product's own server, set up for measuring, and beside it the bare route that it is compared with. */
const { config, data, pool, context, close } = await openService();
const app = await createServer(context, (bare) => registerBareRoutes(bare, pool));
const url = await app.listen({ port: config.port, host: '127.0.0.1' });
const running = config.clocks ? await Promise.all(workers.map((start) => start(context))) : [];
const ready = {
  url,
  ...(await newTokens(context)),
  databaseUrl: urlOf(data.connection),
  masterKey: data.masterKey.toString('base64'),
  postmaster: await postmasterPid(pool),
};
process.stdout.write(`${JSON.stringify(ready)}\n`);

process.on('SIGTERM', async () => {
  for (const worker of running) await worker.stop();
  await app.close();
  await close();
  process.exit(0);
});

/** The parent of any of its backends. */
async function postmasterPid(db: DatabasePool): Promise<number> {
  const { rows } = await db.query<{ pid: number }>('select pg_backend_pid() as pid');
  return Number(readFileSync(`/proc/${rows[0]?.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
}

function urlOf({ host, port, user, password, database, connectionString }: Connection): string {
  const socket = `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host ?? '')}`;
  return connectionString ?? socket;
}
