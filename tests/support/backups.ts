import { vi } from 'vitest';
import type { runBackup } from '../../src/cli/backup.ts';
import type { Connection } from '../../src/server/database/connection.ts';
import { createPool, type DatabasePool } from '../../src/server/database/pool.ts';
import { createTestDatabase } from './database.ts';

/** The one under which test servers run. */
export const masterKey = Buffer.alloc(32, 7);

type Said = { code: number; stdout: string; stderr: string };

/** Runs a command on a database as the command line does, in this process. */
export async function backupCommand(
  run: typeof runBackup,
  files: string | string[],
  { host, user, database }: Connection,
  key = masterKey,
): Promise<Said> {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    }),
  );
  const env = {
    DATABASE_URL: `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host ?? '')}`,
    HUIYIN_MASTER_KEY: key.toString('hex'),
  };
  try {
    return { code: await run([files].flat(), env), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** A new database without any tables, with nobody connected to it. */
export async function emptyDatabase(): Promise<Connection> {
  const { connection, pool } = await createTestDatabase({ empty: true });
  await pool.end();
  return connection;
}

export async function withPool<T>(connection: Connection, work: (pool: DatabasePool) => Promise<T>): Promise<T> {
  const pool = createPool({ connection, size: 2, statementTimeoutMs: 30_000 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
