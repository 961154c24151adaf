import type { FastifySchema, RouteShorthandOptions } from 'fastify';
import { z } from 'zod';
import { type Endpoint, type EndpointName, endpoints, type ReplyOf } from '../../contract/endpoints.ts';
import type { App, Reply, Request } from './app.ts';

type Parsed<N extends EndpointName, Part extends string> =
  (typeof endpoints)[N] extends Record<Part, infer S extends z.ZodType> ? z.infer<S> : undefined;

/** What a handler gets: each part of the request parsed by the contract's schema. */
export type Call<N extends EndpointName> = {
  params: Parsed<N, 'params'>;
  query: Parsed<N, 'query'>;
  body: Parsed<N, 'body'>;
  request: Request;
  reply: Reply;
};

/** `bodies`: what the handler reads of the body by itself, for each `action` of the path; the documentation tells them apart. */
type Options = Pick<RouteShorthandOptions, 'config' | 'onRequest' | 'preHandler' | 'bodyLimit'> & {
  bodies?: Readonly<Record<string, z.ZodType>>;
};

/**
 * Puts the handler behind an endpoint of the contract: address, validation in and out, status and documentation all come from
 * there. Keys of the reply that the contract does not have are left out.
 */
export function addEndpoint<N extends EndpointName>(
  app: App,
  name: N,
  handle: (call: Call<N>) => Promise<ReplyOf<N>>,
  { bodies, ...options }: Options = {},
): void {
  const endpoint: Endpoint = endpoints[name];
  const status = endpoint.status ?? 200;
  app.route({
    ...options,
    config: { ...options.config, repeats: endpoint.repeats },
    method: endpoint.method,
    url: `/api/v1${endpoint.path.replace(/\{(\w+)\}/g, ':$1')}`,
    schema: {
      ...schemaOf(name, endpoint, status),
      ...(bodies && { bodies }),
      // Nobody is asked who they are: portal, sign-in, set-up.
      ...(!options.onRequest && { security: [] }),
    },
    handler: async (request, reply) => {
      const { params, query, body } = request;
      const result = await handle({ params, query, body, request, reply } as Call<N>);
      if (reply.sent) return reply;
      return status === 204 ? reply.code(204).send() : reply.code(status).send(result as never);
    },
  });
}

function schemaOf(name: string, { tag, summary, params, query, body, reply }: Endpoint, status: number): FastifySchema {
  return {
    operationId: name,
    tags: [tag],
    summary,
    ...(params && { params }),
    ...(query && { querystring: knownOnly(query) }),
    ...(body && { body }),
    response: { [status]: reply },
  } as FastifySchema;
}

/** A filter with a slip in its name would otherwise be no filter at all, and the answer would look as if it were one. */
export function knownOnly(query: z.ZodType): z.ZodType {
  return query instanceof z.ZodObject ? query.strict() : query;
}
