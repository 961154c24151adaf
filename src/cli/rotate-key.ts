/** `huiyin rotate-key`: puts all customers' keys under a new master key, with the server stopped; can be repeated until it succeeds. */
import { parseArgs } from 'node:util';
import type { Config } from '../server/config.ts';
import type { RotationResult } from '../server/platform/crypto/rotate-master-key.ts';

const usage = `Usage: huiyin rotate-key [--new-key-file FILE]

Makes a new master key and puts every customer's key under it. What the keys encrypted stays as it is, so this takes seconds, not hours.
Stop the server first. If it is interrupted, run it again: it goes on where it stopped. Everybody signs in again afterwards.

With a key file (the usual case) the new key is written beside it first, and takes its place at the end; the old one is kept as
FILE.old until you delete it. Backups made before need the old key.
  --new-key-file   the new key: read if the file is there (32 bytes in base64 or hex), made if not;
                   by default the key file's name with .new. Required where HUIYIN_MASTER_KEY holds the key.
`;

/** Exit code 0: all keys lie under the new master key; 1: not yet; 2: wrong flags. */
export async function runRotateKey(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const options = {
    'new-key-file': { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  let flags: { 'new-key-file'?: string | undefined; help: boolean };
  try {
    flags = parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  if (flags.help) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    const { rewrapped, alreadyNew, remedy } = await rotate(flags['new-key-file'] ?? null, env);
    process.stderr.write(`${rewrapped} keys put under the new master key, ${alreadyNew} were already. ${remedy}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

async function rotate(newKeyFile: string | null, env: NodeJS.ProcessEnv): Promise<RotationResult & { remedy: string }> {
  const { loadConfig } = await import('../server/config.ts');
  const { openData } = await import('../server/data.ts');
  const { refuseMissingData } = await import('../server/open-for-command.ts');
  const { createLogger } = await import('../server/platform/logger.ts');
  const { prepareNewKey } = await import('../server/new-master-key.ts');
  const { config, warnings } = loadConfig(env, process.stderr.isTTY);
  const logger = createLogger({ level: 'warn', format: config.logFormat });
  for (const warning of warnings) logger.warn(warning);
  refuseMissingData(config);
  const data = await openData({ config, command: 'rotate-key', logger, mayShare: false });
  try {
    const next = prepareNewKey(config, newKeyFile);
    const result = await rotateIn(data.connection, config, data.masterKey, next.key);
    return { ...result, remedy: next.putInPlace() };
  } finally {
    data.announceClose();
    await data.close();
  }
}

type Where = Awaited<ReturnType<typeof import('../server/data.ts')['openData']>>['connection'];

async function rotateIn(connection: Where, config: Config, oldKey: Buffer, newKey: Buffer): Promise<RotationResult> {
  const { createPool } = await import('../server/database/pool.ts');
  const { migrate } = await import('../server/database/migrate.ts');
  const { refuseRunningServers } = await import('../server/platform/crypto/key-store.ts');
  const { rotateMasterKey } = await import('../server/platform/crypto/rotate-master-key.ts');
  const pool = createPool({ connection, size: 1, statementTimeoutMs: config.statementTimeoutMs });
  try {
    await refuseRunningServers(pool);
    await migrate(pool);
    const onProgress = ({ rewrapped, alreadyNew }: RotationResult) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${rewrapped + alreadyNew} keys`);
    };
    return await rotateMasterKey(pool, oldKey, newKey, { onProgress });
  } finally {
    await pool.end();
  }
}
