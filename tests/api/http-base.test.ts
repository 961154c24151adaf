import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Problem } from '../../src/contract/errors.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { openEventStream } from '../../src/server/http/event-stream.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    registerRoutes: (app, { pool }) => {
      const schema = {
        tags: ['probe'],
        summary: 'Takes a text',
        body: z.strictObject({
          text: z.string().min(2),
          count: z.int().max(3).optional(),
          way: z.enum(['a', 'b']).optional(),
        }),
        response: { 200: z.object({ text: z.string() }) },
      };
      app.post('/api/v1/probe', { schema }, async (request) => ({ text: (request.body as { text: string }).text }));
      app.get('/api/v1/probe/refused', async () => {
        throw new Refusal('ticket.version-old', 'version', { now: 4 }, 'Somebody was faster');
      });
      app.get('/api/v1/probe/bug', async () => {
        throw new Error('secret inside');
      });
      app.get('/api/v1/probe/full', async () => {
        throw Object.assign(new Error('could not extend file'), { code: '53100' });
      });
      app.get('/api/v1/probe/cut', async () => pool.query('select pg_terminate_backend(pg_backend_pid())'));
      app.get('/api/v1/probe/pid', async () => (await pool.query('select pg_backend_pid() as pid')).rows[0]);
      app.get('/api/v1/probe/stream', (request, reply) => {
        const stream = openEventStream(request, reply);
        stream.send('probe', { text: '你好' }, '7');
      });
    },
  });
});

const post = (body: unknown, headers: Record<string, string> = {}) =>
  server.call('POST', '/api/v1/probe', { body, headers });

describe('a request', () => {
  it('is answered with a request id and headers that keep foreign scripts out', async () => {
    const { status, body, headers } = await post({ text: '退款' });
    expect({ status, body }).toEqual({ status: 200, body: { text: '退款' } });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('that is not valid names every field, in the language asked for', async () => {
    const invalid = { text: '一', count: 9, way: 'c', nickname: 1 };
    const { status, headers, body } = await post(invalid, { 'accept-language': 'en' });
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    const problem = body as Problem;
    expect(problem).toMatchObject({ code: 'request.invalid', status: 400, requestId: headers.get('x-request-id') });
    expect(problem.errors?.map(({ field }) => field).sort()).toEqual(['count', 'nickname', 'text', 'way']);
    expect(problem.errors?.find(({ field }) => field === 'text')).toEqual({
      field: 'text',
      in: 'body',
      message: expect.stringContaining('>=2'),
    });
    const chinese = (await post(invalid)).body as Problem;
    expect(chinese.title).toBe('提交的内容不符合要求');
    expect(chinese.errors?.[0]?.message).toMatch(/[一-龥]/);
  });

  it('without the body it needs says so', async () => {
    const { status, body } = await server.call('POST', '/api/v1/probe');
    expect({ status, code: (body as Problem).code }).toEqual({ status: 400, code: 'request.invalid' });
    expect((body as Problem).errors).toEqual([{ field: '', in: 'body', message: '缺少此项，请补上' }]);
  });

  it('that lacks a field says so in plain words, not by the name of a type', async () => {
    const wordOf = async (language: string) =>
      ((await post({}, { 'accept-language': language })).body as Problem).errors;
    expect(await wordOf('zh')).toEqual([{ field: 'text', in: 'body', message: '缺少此项，请补上' }]);
    expect(await wordOf('en')).toEqual([{ field: 'text', in: 'body', message: 'Is missing; give it' }]);
  });

  it('with broken UTF-8 is refused and says where', async () => {
    const broken = Buffer.concat([Buffer.from('{"text":"你好'), Buffer.from([0xe4, 0xbd]), Buffer.from('"}')]);
    const { status, body } = await post(broken);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'request.not-utf8', details: { position: 15 } });
  });

  it.each([
    ['half a JSON document', '{"text":', 400, 'request.not-json'],
    ['a prototype in its JSON', '{"text":"ab","__proto__":{"x":1}}', 400, 'request.not-json'],
  ])('with %s is refused', async (_name, text, status, code) => {
    const reply = await post(text);
    expect({ status: reply.status, code: (reply.body as Problem).code }).toEqual({ status, code });
  });

  it('of another content type is refused', async () => {
    const { status, body } = await post('<a/>', { 'content-type': 'application/xml' });
    expect({ status, code: (body as Problem).code }).toEqual({ status: 415, code: 'request.media-type' });
  });

  it('of 10 MB is refused while the connection stays in order', async () => {
    const { status, body } = await post({ text: '长'.repeat(3_500_000) });
    expect({ status, code: (body as Problem).code }).toEqual({ status: 413, code: 'request.too-large' });
    expect((await post({ text: '短短' })).status).toBe(200);
  });

  it('of 10 MB is heard out, for most clients read the answer only after they have sent everything', async () => {
    const { hostname, port } = new URL(server.url);
    const size = 10 * 1_048_576;
    const socket = connect(Number(port), hostname);
    const head = `POST /api/v1/probe HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${size}\r\n\r\n`;
    socket.write(head);
    // Piece by piece, each on its way before the next: a server that closes early breaks the pipe.
    for (let sent = 0; sent < size; sent += 65_536) {
      await new Promise<void>((resolve, reject) => {
        socket.write(Buffer.alloc(65_536, 97), (error) => (error ? reject(error) : resolve()));
      });
    }
    const answer = String((await once(socket, 'data'))[0]);
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('request.too-large');
    expect(answer).not.toMatch(/connection: close/i);
  });

  it('of 10 MB in chunks without a length is refused', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(new URL('/api/v1/probe', server.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      });
      request.on('response', (response) => resolve(response.resume().statusCode));
      request.on('error', reject);
      for (let chunk = 0; chunk < 10; chunk++) request.write(Buffer.alloc(1_048_576, 97));
      request.end();
    });
    expect(status).toBe(413);
  });
});

describe('what is no request', () => {
  const answerTo = async (text: string) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname).on('error', () => {});
    socket.write(text);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    const [head = '', body = ''] = String(answer).split('\r\n\r\n');
    return { head, problem: JSON.parse(body) as Problem };
  };

  it.each([
    ['nonsense', 'BLAH\r\n\r\n', 400, 'request.malformed'],
    ['headers without end', `GET / HTTP/1.1\r\nx: ${'a'.repeat(40_000)}`, 431, 'request.headers-too-large'],
  ])('as %s is answered as a problem, too', async (_name, text, status, code) => {
    const { head, problem } = await answerTo(text);
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*content-type: application/problem\\+json`, 's'));
    expect(problem).toMatchObject({ status, code, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(problem.remedy).toBeTruthy();
  });
});

describe('a failure', () => {
  it('that the domain refused keeps its code, field and details', async () => {
    const { status, body } = await server.call('GET', '/api/v1/probe/refused');
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'ticket.version-old',
      field: 'version',
      details: { now: 4 },
      title: 'Somebody was faster',
    });
  });

  it('that is a bug tells the client nothing but the request id', async () => {
    const { status, body, text } = await server.call('GET', '/api/v1/probe/bug', {
      headers: { 'accept-language': 'en-GB,en;q=0.8' },
    });
    expect({ status, code: (body as Problem).code }).toEqual({ status: 500, code: 'internal' });
    expect(text).not.toContain('secret');
    expect((body as Problem).remedy).toContain('request id');
  });

  it('of a full disk is put off', async () => {
    const { status, body, headers } = await server.call('GET', '/api/v1/probe/full');
    expect({ status, code: (body as Problem).code }).toEqual({ status: 503, code: 'disk.full' });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('of the database connection is put off, and the next request works', async () => {
    const { status, body, headers } = await server.call('GET', '/api/v1/probe/cut');
    expect({ status, code: (body as Problem).code }).toEqual({ status: 503, code: 'database.unavailable' });
    expect(headers.get('retry-after')).toBe('2');
    expect((await server.call('GET', '/api/v1/probe/pid')).status).toBe(200);
  });

  it('to find the address is a 404 for programs and a page for people', async () => {
    const { status, body } = await server.call('GET', '/api/v1/nowhere');
    expect({ status, code: (body as Problem).code }).toEqual({ status: 404, code: 'route.unknown' });
    expect((await server.call('GET', '/tickets/17')).status).toBe(200);
    expect((await server.call('GET', '/assets/old-12345678.js')).status).toBe(404);
    expect((await server.call('POST', '/tickets')).status).toBe(404);
    expect((await server.call('GET', '/api/v1/%zz')).status).toBe(400);
  });
});

describe('the server', () => {
  it('says whether it lives and can work', async () => {
    expect((await server.call('GET', '/healthz')).body).toEqual({ status: 'ok' });
    expect((await server.call('GET', '/readyz')).body).toEqual({
      status: 'ready',
      checks: { database: true, migrations: true },
    });
  });

  it('counts requests by route for this machine only', async () => {
    const { text } = await server.call('GET', '/metrics');
    expect(text).toMatch(
      /huiyin_http_request_duration_seconds_count\{method="POST",route="\/api\/v1\/probe",status="200"\} \d/,
    );
    expect(text).toContain('huiyin_database_connections{state="idle"}');
    expect((await server.call('GET', '/metrics', { headers: { 'x-forwarded-for': '203.0.113.5' } })).status).toBe(401);
  });

  it('describes its API for programs and people', async () => {
    const document = (await server.call('GET', '/api/v1/openapi.json')).body as {
      openapi: string;
      paths: Record<string, { post: { responses: object } }>;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths['/api/v1/probe']?.post.responses ?? {})).toEqual(['200', 'default']);
    expect(document.paths['/api/v1/probe/bug']).toBeUndefined();
    const { text } = await server.call('GET', '/api/v1/docs');
    expect(text).toContain('Takes a text');
    expect(text).toContain('request.not-utf8');
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  it('streams events and lets the listeners go when it stops', async () => {
    const response = await fetch(new URL('/api/v1/probe/stream', server.url));
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const chunks: string[] = [];
    const reading = (async () => {
      for await (const chunk of response.body ?? []) chunks.push(Buffer.from(chunk).toString());
    })();
    await expect.poll(() => chunks.join('')).toContain('id: 7\nevent: probe\ndata: {"text":"你好"}\n\n');
    await server.close();
    await reading;
  });
});
