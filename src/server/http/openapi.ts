import swagger from '@fastify/swagger';
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { errors } from '../../contract/errors.ts';
import type { App } from './app.ts';
import { renderDocsPage } from './docs-page.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import { spreadActions, transformRoute } from './openapi-transform.ts';

/** The API describes itself: `/api/v1/openapi.json` for programs, `/api/v1/docs` for people. To be registered before any route. */
export async function registerOpenApi(app: App, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Huiyin 回音',
        version,
        description:
          'Programs send `Authorization: Bearer <token>`; the console uses its session cookie. Errors are application/problem+json. Any write may carry an `Idempotency-Key`: sent again with it, it is not done twice.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'huiyin_session' },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
    hideUntagged: true,
    transform: transformRoute,
    transformObject: (document) =>
      dropUnused(addProblems(spreadActions(jsonSchemaTransformObject(document) as OpenApiDocument))) as never,
  });
  let page: string | null = null;
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  app.get('/api/v1/docs', { schema: { hide: true } }, async (_request, reply) => {
    page ??= renderDocsPage(app.swagger() as OpenApiDocument, errors);
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
}

/** Every operation may also answer with a problem; said once here instead of in every route. */
function addProblems(document: OpenApiDocument): OpenApiDocument {
  for (const operations of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(operations)) {
      operation.responses ??= {};
      operation.responses.default ??= {
        description: 'Refused or failed',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      };
    }
  }
  return document;
}

/** Of each named shape there is one for what is sent as well, which nothing may name. */
function dropUnused(document: OpenApiDocument): OpenApiDocument {
  const text = JSON.stringify(document);
  const used = Object.entries(document.components?.schemas ?? {}).filter(([name]) =>
    text.includes(`"#/components/schemas/${name}"`),
  );
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(used) } };
}
