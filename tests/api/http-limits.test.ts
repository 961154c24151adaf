import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/contract/errors.ts';
import { strictRateLimit } from '../../src/server/http/security.ts';
import { startTestServer } from '../support/server.ts';

describe('limits', () => {
  it('hold a client that asks too often back, sooner at the doors of strangers', async () => {
    const { call } = await startTestServer({
      env: { HUIYIN_RATE_LIMIT: '40' },
      registerRoutes: (app) => {
        app.get('/api/v1/probe', async () => ({}));
        app.get('/api/v1/probe/door', { config: strictRateLimit }, async () => ({}));
      },
    });
    const ask = async (path: string, times: number) => {
      const replies = [];
      for (let time = 0; time < times; time++) replies.push(await call('GET', path));
      return replies;
    };
    const door = await ask('/api/v1/probe/door', strictRateLimit.rateLimit.max + 1);
    expect(door.slice(0, -1).every(({ status }) => status === 200)).toBe(true);
    const refused = door.at(-1);
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
    expect((refused?.body as Problem | undefined)?.remedy).toMatch(/请在 \d+ 秒后重试/);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(
      (await ask('/api/v1/probe', 41)).map(({ status }) => status).filter((status) => status === 429),
    ).toHaveLength(1);
    expect((await ask('/healthz', 60)).every(({ status }) => status === 200)).toBe(true);
  });

  it('of who reads the metrics: with a token set, only with it', async () => {
    const { call } = await startTestServer({ env: { HUIYIN_METRICS_TOKEN: 'metrics-secret' } });
    expect((await call('GET', '/metrics')).status).toBe(401);
    expect((await call('GET', '/metrics', { token: 'metrics-secreT' })).status).toBe(401);
    expect((await call('GET', '/metrics', { token: 'metrics-secret' })).status).toBe(200);
  });
});
