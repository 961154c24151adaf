import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';

/** The web server features register their routes on: schemas are zod, handlers are typed by them. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
export type { FastifyReply as Reply, FastifyRequest as Request };

/** A part of the system: takes from the context what it declares to need and adds its routes. */
export type Feature<Context> = (app: App, context: Context) => void | Promise<void>;
