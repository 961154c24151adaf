import type { RouteShorthandOptions } from 'fastify';
import { z } from 'zod';
import type { App } from '../../http/app.ts';
import { streamReply } from '../../http/stream-reply.ts';
import type { StudioDeps } from './deps.ts';
import { readSource } from './read-studio.ts';

type Guard = Pick<RouteShorthandOptions, 'onRequest' | 'preHandler'>;
const params = z.object({ id: z.string().max(60), version: z.coerce.number().int().positive() });
const type = 'application/yaml; charset=utf-8';
const about = {
  tags: ['studio'],
  operationId: 'exportPlaybook',
  summary: 'A version as a YAML file',
  params,
  response: streamReply(type, 'The file'),
};

/** A published version as the file that it was written in. */
export function registerPlaybookFile(app: App, deps: StudioDeps, guard: Guard): void {
  app.route({
    ...guard,
    method: 'GET',
    url: '/api/v1/studio/playbooks/:id/versions/:version/file.yaml',
    schema: about,
    handler: async (request, reply) => {
      const { id, version } = request.params as z.output<typeof params>;
      const source = await readSource(deps, id, version);
      return reply
        .type(type)
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${id}-v${version}.yaml"`)
        .send(source);
    },
  });
}
