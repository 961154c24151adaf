import fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Registry } from 'prom-client';
import type { Config } from '../config.ts';
import { newRequestId } from '../platform/ids.ts';
import type { Logger } from '../platform/logger.ts';
import type { App, Reply, Request } from './app.ts';
import { answerClientError } from './client-error.ts';
import { registerErrorHandler, sendProblem } from './error-handler.ts';
import { registerEventStreams } from './event-stream.ts';
import { type Readiness, registerHealth } from './health.ts';
import { registerJsonBody } from './json-body.ts';
import { type PoolCounts, registerMetrics } from './metrics.ts';
import { registerOpenApi } from './openapi.ts';
import { registerRateLimit, registerSecurityHeaders } from './security.ts';
import { validatorCompiler } from './validation.ts';
import { registerWebFiles } from './web-files.ts';

export type HttpServerOptions = {
  config: Pick<Config, 'bodyLimitBytes' | 'trustProxy' | 'rateLimit' | 'publicUrl' | 'metricsToken'>;
  version: string;
  logger: Logger;
  pool: PoolCounts | null;
  /** Gauges that the features add to `/metrics`. */
  metrics?: Registry;
  /** Folder of the built web app. */
  webFolder: string;
  checkReadiness: () => Promise<Readiness>;
  /** Adds the features' routes; runs after the base, so that every route gets its limits, errors and documentation. */
  registerRoutes: (app: App) => void | Promise<void>;
};

/** The web server without an address: everything a request meets before and after its route. */
export async function createHttpServer(options: HttpServerOptions): Promise<App> {
  const { config, logger } = options;
  const app = fastify({
    loggerInstance: logger as unknown as FastifyBaseLogger,
    // Lines about a request carry its id explicitly; a logger object per request costs more than it gives.
    childLoggerFactory: (parent) => parent,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newRequestId,
    bodyLimit: config.bodyLimitBytes,
    trustProxy: config.trustProxy,
    // Files come over slow lines, too; headers have a minute of their own.
    requestTimeout: 300_000,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => void sendProblem(error, request as Request, reply as Reply),
  }).withTypeProvider<ZodTypeProvider>() as App;
  app.setValidatorCompiler(validatorCompiler as never);
  app.setSerializerCompiler(serializerCompiler as never);
  registerErrorHandler(app);
  registerJsonBody(app);
  registerEventStreams(app);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  await registerSecurityHeaders(app, config.publicUrl?.startsWith('https:') ?? false);
  await registerRateLimit(app, config.rateLimit);
  await registerOpenApi(app, options.version);
  registerMetrics(app, { token: config.metricsToken, pool: options.pool, register: options.metrics });
  registerHealth(app, options.checkReadiness);
  await options.registerRoutes(app);
  await registerWebFiles(app, options.webFolder);
  return app;
}
