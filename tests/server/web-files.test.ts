import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/server/config.ts';
import type { App } from '../../src/server/http/app.ts';
import { createHttpServer } from '../../src/server/http/server.ts';
import { silentLogger } from '../../src/server/platform/logger.ts';

let folder: string;
let app: App;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), 'console page');
  writeFileSync(join(folder, 'portal.html'), 'portal page');
  writeFileSync(join(folder, 'assets/app-1a2b3c4d.js'), 'plain');
  writeFileSync(join(folder, 'assets/app-1a2b3c4d.js.gz'), gzipSync('packed'));
  app = await createHttpServer({
    config: loadConfig({}).config,
    version: '0',
    logger: silentLogger,
    pool: null,
    webFolder: folder,
    checkReadiness: async () => ({ database: true, migrations: true }),
    registerRoutes: () => {},
  });
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe('the web app', () => {
  it.each([
    ['/', 'console page'],
    ['/tickets/42?tab=clocks', 'console page'],
    ['/portal', 'portal page'],
    ['/portal/follow/CF202603010001', 'portal page'],
    ['/portals', 'console page'],
  ])('%s shows its page and is asked for every time', async (url, expected) => {
    const reply = await get(url);
    expect({ status: reply.statusCode, body: reply.body }).toEqual({ status: 200, body: expected });
    expect(reply.headers['cache-control']).toBe('no-cache');
    expect(reply.headers['content-type']).toContain('text/html');
  });

  it('keeps files with a hash in their name for good, packed where the browser unpacks', async () => {
    const plain = await get('/assets/app-1a2b3c4d.js');
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.body).toBe('plain');
    const packed = await get('/assets/app-1a2b3c4d.js', { 'accept-encoding': 'gzip' });
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(packed.headers['content-type']).toContain('javascript');
  });

  it.each([
    '/assets/app-00000000.js',
    '/favicon.png',
    '/api/v1/nothing',
    '/../package.json',
    '/assets/..%2f..%2fpackage.json',
  ])('does not answer %s with a page', async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });
});
