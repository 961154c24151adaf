import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenApiDocument, Operation } from '../../src/server/http/openapi-document.ts';
import { castOf } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

describe('the description of the API', () => {
  let server: TestServer;
  let document: OpenApiDocument;
  let operations: { method: string; path: string; operation: Operation }[];

  beforeAll(async () => {
    server = await startTestServer();
    await castOf(server);
    document = (await server.call('GET', '/api/v1/openapi.json')).body as OpenApiDocument;
    operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
    );
  });

  const operationOf = (method: string, path: string) =>
    operations.find((one) => one.method === method && one.path === `/api/v1${path}`)?.operation;
  const bodyOf = (path: string) => operationOf('POST', path)?.requestBody?.content ?? {};

  it('has what each action with a ticket or a case takes', () => {
    const handOff = bodyOf('/tickets/{id}/hand-off')['application/json']?.schema;
    expect(handOff?.required).toEqual(['version', 'department']);
    expect(Object.keys(handOff?.properties ?? {})).toContain('deadline');
    expect(bodyOf('/tickets/{id}/send-letter')['application/json']?.schema?.required).toContain('version');
    expect(bodyOf('/cases/{id}/send-back')['application/json']?.schema?.required).toEqual([
      'revision',
      'version',
      'note',
    ]);
    expect(document.paths).not.toHaveProperty('/api/v1/tickets/{id}/{action}');
    expect(JSON.stringify(document)).not.toContain('x-bodies');
  });

  it('has files in and out, the live stream, and the key that makes a write happen once', () => {
    const upload = bodyOf('/tickets/{id}/attachments')['multipart/form-data']?.schema;
    expect(upload?.properties?.file).toMatchObject({ type: 'array', items: { type: 'string', format: 'binary' } });
    expect(bodyOf('/portal/attachments')['multipart/form-data']?.schema?.required).toEqual(['key', 'file']);
    const typesOf = (path: string) => Object.keys(operationOf('GET', path)?.responses?.['200']?.content ?? {});
    expect(typesOf('/tickets/{id}/archive.docx')).toEqual([expect.stringContaining('wordprocessingml')]);
    expect(typesOf('/live')).toEqual(['text/event-stream']);
    const keyed = operations.filter(({ operation }) =>
      operation.parameters?.some(({ name, in: place }) => place === 'header' && name === 'Idempotency-Key'),
    );
    expect(keyed.map(({ operation }) => operation.operationId)).toContain('registerTicket');
    expect(keyed.every(({ method }) => method !== 'GET')).toBe(true);
  });

  it('names every operation once, with its parameters and replies', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { method, path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const described = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name);
      expect(described.sort(), `${method} ${path}`).toEqual(inPath);
      const types = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ schema }) => schema?.type);
      expect(types, `${method} ${path}`).not.toContain('number');
      for (const [status, { content }] of Object.entries(operation.responses ?? {})) {
        if (status !== '204') expect(Object.keys(content ?? {}), `${method} ${path} ${status}`).not.toEqual([]);
      }
    }
  });

  it('is a page as well, on which a shape that many replies share stands once', async () => {
    const { text } = await server.call('GET', '/api/v1/docs');
    expect(text.match(/id="schema-Ticket"/g)).toHaveLength(1);
    expect(text).toContain('href="#schema-Ticket"');
    expect(text).toContain('/tickets/{id}/hand-off');
    expect(text).toContain('integer (≥ 1)');
    expect(text).toContain('<code>inline</code> shows pictures');
    expect(text.length).toBeLessThan(600_000);
  });

  it('says truly who has to sign in', async () => {
    for (const { method, path, operation } of operations) {
      const address = path.replace(/\{(\w+)\}/g, '1');
      const { status, body } = await server.call(method, address, method === 'GET' ? {} : { body: {} });
      const isAsked = status === 401 && (body as { code?: string }).code === 'auth.required';
      expect(isAsked, `${method} ${path} answers ${status}`).toBe(operation.security === undefined);
    }
  });
});
