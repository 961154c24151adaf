import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, loadConfig } from '../../src/server/config.ts';
import { type Context, createContext, createServer } from '../../src/server/context.ts';
import type { DatabasePool } from '../../src/server/database/pool.ts';
import type { App } from '../../src/server/http/app.ts';
import { silentLogger } from '../../src/server/platform/logger.ts';
import { createTestDatabase } from './database.ts';
import { FakeClock } from './fake-clock.ts';
import { atFileEnd } from './file-end.ts';

export type TestReply = { status: number; headers: Headers; text: string; body: unknown };
export type TestRequest = { body?: unknown; token?: string; cookie?: string; headers?: Record<string, string> };

export type TestServer = {
  app: App;
  url: string;
  context: Context;
  clock: FakeClock;
  /** Sends a request as JSON and reads the reply as JSON where it is some. */
  call(method: string, path: string, request?: TestRequest): Promise<TestReply>;
  close(): Promise<void>;
};

export type TestServerOptions = {
  /** Environment variables beside the defaults of a test (limits off, clocks off). */
  env?: Record<string, string>;
  clock?: FakeClock;
  /** A database of the test's own instead of a fresh one. */
  pool?: DatabasePool;
  masterKey?: Buffer;
  /** More routes, for tests of the base itself. */
  registerRoutes?: (app: App, context: Context) => void | Promise<void>;
};

/** The whole server on a free port, over a fresh database, with a clock that stands still. Closed after the file's last test. */
export async function startTestServer({
  env = {},
  clock = new FakeClock(),
  pool: given,
  masterKey = Buffer.alloc(32, 7),
  registerRoutes,
}: TestServerOptions = {}): Promise<TestServer> {
  const pool = given ?? (await createTestDatabase()).pool;
  const dataDir = mkdtempSync(join(tmpdir(), 'huiyin-test-data-'));
  const config = testConfig({ HUIYIN_DATA_DIR: dataDir, ...env });
  const context = await createContext({ config, logger: silentLogger, clock, pool, masterKey });
  const app = await createServer(context, registerRoutes);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    await app.close();
    await context.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  atFileEnd(close);
  return { app, url, context, clock, call: callerOf(url), close };
}

export function testConfig(env: Record<string, string> = {}): Config {
  const { config } = loadConfig({ HUIYIN_RATE_LIMIT: '0', HUIYIN_CLOCKS: 'off', HUIYIN_LOG_LEVEL: 'silent', ...env });
  return config;
}

function callerOf(url: string): TestServer['call'] {
  return async (method, path, { body, token, cookie, headers } = {}) => {
    const response = await fetch(new URL(path, url), {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
      body:
        body === undefined
          ? undefined
          : typeof body === 'string' || body instanceof Uint8Array
            ? (body as BodyInit)
            : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== '' ? JSON.parse(text) : null,
    };
  };
}
