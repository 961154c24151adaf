import { Pool, type PoolClient, type QueryResultRow, types } from 'pg';
import type { Connection } from './connection.ts';

/**
 * The pool all SQL goes through. Values come back as what the domain counts in: `timestamptz` as milliseconds since the epoch,
 * `int8` as a number (ids stay below 2^53), `date` as `YYYY-MM-DD`. Instants go in as `Date` or `to_timestamp($1 / 1000.0)`.
 */
export type DatabasePool = Pool;
export type Queryable = Pick<Pool | PoolClient, 'query'>;
export type { PoolClient, QueryResultRow };

export type PoolOptions = {
  connection: Connection;
  size: number;
  statementTimeoutMs: number;
  connectTimeoutMs?: number;
  onError?: (error: Error) => void;
};

const int8 = 20;
const date = 1082;
const timestamptz = 1184;

const parsers: Record<number, (value: string) => unknown> = {
  [int8]: Number,
  [date]: (value) => value,
  [timestamptz]: parseInstant,
};

export function createPool({
  connection,
  size,
  statementTimeoutMs,
  connectTimeoutMs = 5000,
  onError = () => {},
}: PoolOptions): DatabasePool {
  const pool = new Pool({
    ...connection,
    max: size,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: statementTimeoutMs * 2,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: 60_000,
    application_name: 'huiyin',
    options: '-c TimeZone=UTC -c DateStyle=ISO -c plan_cache_mode=force_generic_plan -c random_page_cost=1.1',
    types: {
      getTypeParser: ((oid: number, format: 'text' | 'binary' = 'text') =>
        (format === 'text' && parsers[oid]) || types.getTypeParser(oid, format)) as typeof types.getTypeParser,
    },
  });
  // Both must be heard: an idle connection that breaks is reported by the pool, a borrowed one by the client itself.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/** Runs `work` in one transaction: all of it is kept, or, when it throws, nothing. */
export async function transaction<T>(pool: DatabasePool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

const temporaryStates = new Set([
  '53300', // too many connections
  '53400', // configuration limit exceeded
  '55P03', // lock not available
  '57014', // statement timeout
  '57P01', // administrator shut the server down
  '57P02', // the server crashed
  '57P03', // the server is starting up
  '25P03', // idle in transaction timeout
]);

const connectionMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (was closed|has encountered a connection error)|Client network socket disconnected|Cannot use a pool after calling end)/;

/** Whether the database could not be asked just now: the same request may well succeed later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code !== undefined && (temporaryStates.has(code) || /^08[0-9A-Z]{3}$/.test(code))) return true;
  if (syscall === 'connect' || code === 'ECONNRESET' || code === 'EPIPE') return true;
  return connectionMessages.test(error.message);
}

/** Whether the database has no room left; nothing of the statement was kept. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && ['53100', 'ENOSPC'].includes((error as { code?: string }).code ?? '');
}

/** Whether the statement carried a text that PostgreSQL cannot keep: a NUL character, bytes that are not UTF-8. */
export function isUnstorableText(error: unknown): boolean {
  return error instanceof Error && ['22021', '22P05'].includes((error as { code?: string }).code ?? '');
}

/** `2026-03-01 08:00:00.123456+00` → milliseconds, cut to whole ones. The session runs in UTC, other offsets take the slow path. */
export function parseInstant(value: string): number {
  if (value.length < 22 || value.charCodeAt(4) !== 45 || !value.endsWith('+00')) return parseOtherInstant(value);
  const part = (from: number, to: number) => Number(value.slice(from, to));
  const fraction = value.length > 22 ? Math.floor(Number(`0.${value.slice(20, -3)}`) * 1000 + 1e-6) : 0;
  return Date.UTC(part(0, 4), part(5, 7) - 1, part(8, 10), part(11, 13), part(14, 16), part(17, 19)) + fraction;
}

function parseOtherInstant(value: string): number {
  if (value === 'infinity') return Number.POSITIVE_INFINITY;
  if (value === '-infinity') return Number.NEGATIVE_INFINITY;
  const parsed: unknown = types.getTypeParser(timestamptz)(value);
  return parsed instanceof Date ? parsed.getTime() : Number.NaN;
}
