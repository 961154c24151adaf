import { readFileSync } from 'node:fs';
import { loadConfig } from '../../src/server/config.ts';
import { createContext, createServer, playbookChoice, workers } from '../../src/server/context.ts';
import { openData } from '../../src/server/data.ts';
import { migrate } from '../../src/server/database/migrate.ts';
import { createPool } from '../../src/server/database/pool.ts';
import { createToken, ensureDepartments, setUpWithoutKey } from '../../src/server/features/organisation/index.ts';
import { syncPlaybooks } from '../../src/server/features/playbooks/index.ts';
import { systemClock } from '../../src/server/platform/clock.ts';
import { createLogger } from '../../src/server/platform/logger.ts';
import { registerBareRoutes } from './bare.ts';
import { benchPlaybook } from './playbook.ts';

/** The product's own server, set up for measuring, and beside it the bare route that it is compared with. */
const { config } = loadConfig(process.env);
const logger = createLogger({ level: config.logLevel, format: config.logFormat });
const data = await openData({ config, command: 'bench', logger, mayShare: false });
const pool = createPool({ connection: data.connection, size: config.poolSize, statementTimeoutMs: 600_000 });
await migrate(pool);
const context = await createContext({ config, logger, clock: systemClock, pool, masterKey: data.masterKey });
const token = await ready();
const app = await createServer(context, (bare) => registerBareRoutes(bare, pool));
await app.listen({ port: config.port, host: '127.0.0.1' });
const running = await Promise.all(workers.map((start) => start(context)));
const postmaster = await postmasterPid();
process.stdout.write(
  `${JSON.stringify({ url: `http://127.0.0.1:${config.port}`, token, databaseUrl: urlOf(), postmaster })}\n`,
);

process.on('SIGTERM', async () => {
  for (const worker of running) await worker.stop();
  await app.close();
  await context.close();
  await pool.end();
  await data.close();
  process.exit(0);
});

async function ready(): Promise<string> {
  const deps = { ...context, playbooks: playbookChoice(context) };
  const { rows } = await pool.query(`select 1 from setting where name = 'organisation'`);
  if (rows.length === 0) {
    await setUpWithoutKey(deps, {
      organisation: 'Bench',
      playbook: 'resolution-flow',
      name: 'Bench',
      login: 'bench',
      password: 'correct horse battery',
    });
    for (const { source } of context.playbooks.list()) await ensureDepartments(pool, source.departments);
    await context.directory.reload();
  }
  await syncPlaybooks(pool, [benchPlaybook(context.playbooks.get('resolution-flow').source)], systemClock.now());
  await context.playbooks.reload();
  return (await createToken(context, { name: 'bench', roles: ['agent', 'supervisor'], departments: [] })).token;
}

/** The parent of any of its backends. */
async function postmasterPid(): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  return Number(readFileSync(`/proc/${rows[0]?.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
}

function urlOf(): string {
  const { host, port, user, password, database, connectionString } = data.connection;
  return (
    connectionString ??
    `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host ?? '')}`
  );
}
