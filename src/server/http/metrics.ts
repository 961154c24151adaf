import { timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Refusal } from '../../domain/refusal.ts';
import type { App, Request } from './app.ts';

export type PoolCounts = { totalCount: number; idleCount: number; waitingCount: number };

/**
 * `/metrics` in the text format of Prometheus. They tell nothing about customers, but how busy one is; so they are for this
 * machine, or, with HUIYIN_METRICS_TOKEN set, for whoever has the token.
 */
export function registerMetrics(
  app: App,
  options: { token: string | null; pool: PoolCounts | null; register?: Registry },
): Registry {
  const register = options.register ?? new Registry();
  collectDefaultMetrics({ register });
  const durations = new Histogram({
    name: 'huiyin_http_request_duration_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  const { pool } = options;
  if (pool) registerPoolGauge(register, pool);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    durations.labels(request.method, route, String(reply.statusCode)).observe(reply.elapsedTime / 1000);
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(request, options.token)) throw new Refusal('auth.required');
    return reply.type(register.contentType).send(await register.metrics());
  });
  return register;
}

function registerPoolGauge(register: Registry, pool: PoolCounts): void {
  new Gauge({
    name: 'huiyin_database_connections',
    help: 'Database connections of this process, and requests waiting for one',
    labelNames: ['state'],
    registers: [register],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}

function mayRead(request: Request, token: string | null): boolean {
  if (token === null) {
    const isForwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
    return !isForwarded && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');
  }
  const given = Buffer.from(request.headers.authorization?.replace(/^Bearer /i, '') ?? '');
  const expected = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
