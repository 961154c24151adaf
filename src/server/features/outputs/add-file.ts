import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { App, Reply } from '../../http/app.ts';
import { contentDisposition } from '../../http/content-disposition.ts';
import { knownOnly } from '../../http/endpoint.ts';
import { streamReply } from '../../http/stream-reply.ts';
import { type Member, memberOf, requireActor } from '../session/index.ts';

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ics: 'text/calendar; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A file to be saved; `plain` is its name for clients that know only ASCII. Both go without their ending. */
export type OutputFile = { kind: keyof typeof types; name: string; plain: string; content: Buffer | string | Readable };

type FileRoute<Params extends z.ZodType, Query extends z.ZodType> = {
  /** Below `/api/v1`, as Fastify writes it; its ending says the kind of file. */
  path: string;
  operationId: string;
  summary: string;
  tag?: string;
  params?: Params;
  query: Query;
};
type Asked<Params, Query> = { params: z.output<Params>; query: z.output<Query>; member: Member };

/** Files cost more than pages. */
const guarded = { onRequest: requireActor, config: { rateLimit: { max: 60, timeWindow: 60_000 } } };

/** Puts a file behind an address; the contract's endpoints are for JSON. */
export function addFile<Params extends z.ZodType, Query extends z.ZodType>(
  app: App,
  { path, operationId, summary, tag = 'outputs', params, query }: FileRoute<Params, Query>,
  make: (asked: Asked<Params, Query>) => Promise<OutputFile>,
): void {
  const kind = path.slice(path.lastIndexOf('.') + 1) as keyof typeof types;
  app.get(
    `/api/v1${path}`,
    {
      ...guarded,
      schema: {
        tags: [tag],
        operationId,
        summary,
        ...(params && { params }),
        querystring: knownOnly(query),
        response: streamReply(types[kind], 'The file'),
      },
    },
    async (request, reply) => {
      // Parsed by the schemas above.
      const asked = { params: request.params, query: request.query } as Pick<Asked<Params, Query>, 'params' | 'query'>;
      return send(reply, await make({ ...asked, member: memberOf(request) }));
    },
  );
}

/** Never kept by caches on the way. */
function send(reply: Reply, { kind, name, plain, content }: OutputFile): Reply {
  return reply
    .type(types[kind])
    .header('cache-control', 'no-store')
    .header('content-disposition', contentDisposition(`${name}.${kind}`, `${plain}.${kind}`))
    .send(content);
}
