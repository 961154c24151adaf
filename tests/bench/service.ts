import { type Config, loadConfig } from '../../src/server/config.ts';
import { type Context, createContext } from '../../src/server/context.ts';
import { type OpenData, openData } from '../../src/server/data.ts';
import { migrate } from '../../src/server/database/migrate.ts';
import { createPool, type DatabasePool } from '../../src/server/database/pool.ts';
import { createToken, ensureDepartments, setUpWithoutKey } from '../../src/server/features/organisation/index.ts';
import { playbookChoice, syncPlaybooks } from '../../src/server/features/playbooks/index.ts';
import { systemClock } from '../../src/server/platform/clock.ts';
import { createLogger } from '../../src/server/platform/logger.ts';
import { benchPlaybook } from './playbook.ts';

/** The product's own parts on data of their own, with an organisation, a playbook of four promises and a token. */
export type Service = {
  config: Config;
  data: OpenData;
  pool: DatabasePool;
  context: Context;
  close(): Promise<void>;
};

export async function openService(): Promise<Service> {
  const { config } = loadConfig(process.env);
  const logger = createLogger({ level: config.logLevel, format: config.logFormat });
  const data = await openData({ config, command: 'bench', logger, mayShare: false });
  const pool = createPool({ connection: data.connection, size: config.poolSize, statementTimeoutMs: 3_600_000 });
  await migrate(pool);
  const context = await createContext({ config, logger, clock: systemClock, pool, masterKey: data.masterKey });
  await setUp(context);
  const close = async () => {
    await context.close();
    await pool.end();
    await data.close();
  };
  return { config, data, pool, context, close };
}

async function setUp(context: Context): Promise<void> {
  const { pool, playbooks, directory } = context;
  const { rows } = await pool.query(`select 1 from setting where name = 'organisation'`);
  if (rows.length === 0) {
    const person = { name: 'Bench', login: 'bench', email: null, password: 'correct horse battery' };
    const deps = { ...context, playbooks: playbookChoice(context) };
    await setUpWithoutKey(deps, { organisation: 'Bench', playbook: 'resolution-flow', ...person });
    for (const { source } of playbooks.list()) await ensureDepartments(pool, source.departments);
    await directory.reload();
  }
  await syncPlaybooks(pool, [benchPlaybook(playbooks.get('resolution-flow').source)], systemClock.now());
  await playbooks.reload();
}

/** Of somebody who may see and do all, and of somebody who sees one department's tickets. */
export async function newTokens(context: Context): Promise<{ token: string; departmentToken: string }> {
  const all = await createToken(context, { name: 'bench', roles: ['agent', 'supervisor'], departments: [] });
  const one = await createToken(context, { name: 'bench contact', roles: ['contact'], departments: ['logistics'] });
  return { token: all.token, departmentToken: one.token };
}
