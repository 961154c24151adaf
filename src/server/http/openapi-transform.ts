import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { JsonSchema, OpenApiDocument, Operation } from './openapi-document.ts';

declare module 'fastify' {
  interface FastifySchema {
    /** Of a route that ends in `:action`: what each action's body is. It is documented as a path of its own. */
    bodies?: Readonly<Record<string, z.ZodType>>;
    /** Takes files as multipart/form-data, and these fields before them. */
    uploads?: { fields: Readonly<Record<string, string>> };
  }
}

const transformSchemas = createJsonSchemaTransform({});
type Transform = typeof transformSchemas;

/** What a route's schemas do not say by themselves: bodies by action, files, the key that makes a write happen once. */
export const transformRoute = ((input: Parameters<Transform>[0]) => {
  const { schema, url } = transformSchemas(input);
  const { bodies, uploads } = input.schema ?? {};
  if (!schema || schema.hide) return { schema, url };
  return {
    url,
    schema: {
      ...schema,
      ...(bodies && { 'x-bodies': jsonSchemas(bodies) }),
      ...(uploads && { consumes: ['multipart/form-data'], body: uploadSchema(uploads.fields) }),
      ...(takesKey(input.route) && !uploads && { headers: idempotencyHeader }),
    },
  };
}) as unknown as Transform;

const idempotencyHeader = {
  type: 'object',
  properties: {
    'Idempotency-Key': {
      type: 'string',
      minLength: 1,
      maxLength: 200,
      description: 'Sent again with the same key and body, it is not done twice and answers as it did',
    },
  },
};

function takesKey({ method, config }: Parameters<Transform>[0]['route']): boolean {
  return [method].flat().some((one) => one !== 'GET' && one !== 'HEAD') && config?.repeats !== 'none';
}

function jsonSchemas(bodies: Readonly<Record<string, z.ZodType>>): Record<string, JsonSchema> {
  const read = (body: z.ZodType) => {
    const { $schema, ...schema } = z.toJSONSchema(body, { io: 'input' });
    return schema as JsonSchema;
  };
  return Object.fromEntries(Object.entries(bodies).map(([action, body]) => [action, read(body)]));
}

function uploadSchema(fields: Readonly<Record<string, string>>): JsonSchema {
  const texts = Object.entries(fields).map(([name, description]) => [name, { type: 'string', description }]);
  const file = { type: 'array', items: { type: 'string', format: 'binary' }, description: 'One or more files' };
  return {
    type: 'object',
    properties: { ...Object.fromEntries(texts), file },
    required: [...Object.keys(fields), 'file'],
  };
}

const lastStep = '/{action}';

/** One path for each action instead of one for all, so that each has its own body. */
export function spreadActions(document: OpenApiDocument): OpenApiDocument {
  const paths = Object.entries(document.paths ?? {}).flatMap(([path, operations]) => {
    const { post } = operations;
    const bodies = post?.['x-bodies'];
    if (!bodies || !path.endsWith(lastStep)) return [[path, operations] as const];
    return Object.entries(bodies).map(
      ([action, schema]) => [path.replace(lastStep, `/${action}`), { post: actionOf(post, action, schema) }] as const,
    );
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

function actionOf(operation: Operation, action: string, schema: JsonSchema): Operation {
  const { 'x-bodies': _, ...rest } = operation;
  const name = action.replace(/(?:^|-)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
  return {
    ...rest,
    operationId: `${operation.operationId}${name}`,
    summary: `${operation.summary}: ${action}`,
    parameters: (operation.parameters ?? []).filter((parameter) => parameter.name !== 'action'),
    requestBody: { required: true, content: { 'application/json': { schema } } },
  };
}
