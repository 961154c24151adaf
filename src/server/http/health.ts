import type { App } from './app.ts';

export type Readiness = { database: boolean; migrations: boolean };

/** `/healthz`: the process answers. `/readyz`: it can also do its work; a load balancer should send requests only then. */
export function registerHealth(app: App, checkReadiness: () => Promise<Readiness>): void {
  app.get('/healthz', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const checks = await checkReadiness();
    const isReady = Object.values(checks).every(Boolean);
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ready' : 'not ready', checks });
  });
}
