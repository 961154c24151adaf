import { Client } from 'pg';
import type { Connection } from './connection.ts';

const connectTimeoutMs = 5000;

/** Whether the database of DATABASE_URL answers, asked once before anything else. @throws Error with a remedy, never with the password */
export async function reachDatabase(connection: Connection): Promise<void> {
  const client = new Client({ ...connection, connectionTimeoutMillis: connectTimeoutMs, application_name: 'huiyin' });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw explainConnectError(error as NodeJS.ErrnoException, client);
  } finally {
    await client.end().catch(() => {});
  }
}

type Place = Pick<Client, 'host' | 'port' | 'user' | 'database'>;

export function explainConnectError(error: NodeJS.ErrnoException, { host, port, user, database }: Place): Error {
  const notThere = 'Remedy: start PostgreSQL there, or correct host and port in DATABASE_URL';
  const noEntry = `Remedy: correct user and password in DATABASE_URL, or let ${user} in with pg_hba.conf`;
  const remedies: Readonly<Record<string, string>> = {
    ECONNREFUSED: notThere,
    ECONNRESET: notThere,
    EHOSTUNREACH: notThere,
    ENETUNREACH: notThere,
    ENOENT: notThere,
    ETIMEDOUT: notThere,
    ENOTFOUND: 'Remedy: correct the host in DATABASE_URL',
    EAI_AGAIN: 'Remedy: correct the host in DATABASE_URL, or mend name resolution on this machine',
    '28P01': noEntry,
    '28000': noEntry,
    '3D000': `Remedy: create it (createdb ${database}), or correct its name in DATABASE_URL`,
    '53300': 'Remedy: raise max_connections of PostgreSQL, or lower HUIYIN_POOL_SIZE of the other processes',
    '57P03': 'Remedy: it is starting or stopping; try again in a moment',
  };
  const remedy = remedies[error.code ?? (/timeout/i.test(error.message) ? 'ETIMEDOUT' : '')];
  if (!remedy) return error;
  // Several addresses behind one name: the message is in each, and empty above them.
  const said = error.message || (error.code ?? '');
  return new Error(`The database at ${host}:${port} cannot be used: ${said}. ${remedy}.`, { cause: error });
}
