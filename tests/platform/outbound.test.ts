import type { LookupAddress } from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createOutbound, OutboundError } from '../../src/server/platform/outbound/outbound.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A resolver that gives these, whatever is asked. */
function resolving(...addresses: string[]) {
  const asked: string[] = [];
  const lookup = (name: string, _options: unknown, callback: (error: null, all: LookupAddress[]) => void) => {
    asked.push(name);
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { asked, lookup: lookup as never };
}

const problemOf = async (sending: Promise<unknown>) => {
  const error = await sending.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (!(error instanceof OutboundError)) throw new Error(`not refused: ${String(error)}`);
  return error.problem;
};

describe('what leaves the house', () => {
  it('is JSON to a host that the operator named, and the answer comes back', async () => {
    const port = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => response.writeHead(201).end(`${request.method} ${Buffer.concat(chunks).toString()}`));
    });
    const outbound = createOutbound({ privateHosts: ['127.0.0.1'] });
    expect(await outbound.postJson(`http://127.0.0.1:${port}/hook`, { text: '您好' })).toEqual({
      status: 201,
      text: 'POST {"text":"您好"}',
    });
  });

  it.each([
    ['http://robot.example.com/hook', 'not-https'],
    ['ftp://robot.example.com/hook', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['https://user:secret@robot.example.com/', 'not-https'],
    ['not a url', 'not-https'],
    ['https://127.0.0.1/', 'private-address'],
    ['https://2130706433/', 'private-address'],
    ['https://0x7f.1/', 'private-address'],
    ['https://[::1]/', 'private-address'],
    ['https://[::ffff:169.254.169.254]/', 'private-address'],
    ['https://169.254.169.254/latest/meta-data', 'private-address'],
  ])('%s is refused before anything is asked: %s', async (url, problem) => {
    const { asked, lookup } = resolving('1.1.1.1');
    const outbound = createOutbound({ privateHosts: [], lookup });
    expect(outbound.refusalOf(url)).toBe(problem);
    expect(await problemOf(outbound.postJson(url, {}))).toBe(problem);
    expect(asked).toEqual([]);
  });

  it.each([[['127.0.0.1']], [['10.1.2.3']], [['fd00::1']], [['1.1.1.1', '127.0.0.1']], [[]]])(
    'a name that resolves to %j is refused where the connection is made',
    async (addresses) => {
      const { asked, lookup } = resolving(...addresses);
      const outbound = createOutbound({ privateHosts: [], lookup });
      expect(outbound.refusalOf('https://robot.example.com/')).toBeNull();
      expect(await problemOf(outbound.postJson('https://robot.example.com/', {}))).toBe('private-address');
      expect(asked).toEqual(['robot.example.com']);
    },
  );

  it('is resolved once: what was looked at is what is connected to', async () => {
    const { asked, lookup } = resolving('127.0.0.1');
    let heard = 0;
    const port = await serve((_request, response) => {
      heard++;
      response.end('ok');
    });
    const outbound = createOutbound({ privateHosts: ['gateway.internal'], lookup });
    expect((await outbound.postJson(`http://gateway.internal:${port}/`, {})).text).toBe('ok');
    expect([asked, heard]).toEqual([['gateway.internal'], 1]);
  });

  it('names of private hosts are compared as a whole', () => {
    const outbound = createOutbound({ privateHosts: ['chat.internal'] });
    expect(outbound.refusalOf('http://CHAT.internal./x')).toBeNull();
    expect(outbound.refusalOf('http://chat.internal.example.com/x')).toBe('not-https');
    expect(outbound.refusalOf('http://evil-chat.internal/x')).toBe('not-https');
  });

  it('follows no redirect', async () => {
    let followed = 0;
    const target = await serve((_request, response) => {
      followed++;
      response.end();
    });
    const port = await serve((_request, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${target}/` }).end(),
    );
    const outbound = createOutbound({ privateHosts: ['127.0.0.1'] });
    expect((await outbound.postJson(`http://127.0.0.1:${port}/`, {})).status).toBe(307);
    expect(followed).toBe(0);
  });

  it('waits so long and reads so much, and no more', async () => {
    const silent = await serve(() => {});
    const dripping = await serve((_request, response) => response.write('{'));
    const endless = await serve((_request, response) => response.end('x'.repeat(70_000)));
    const outbound = createOutbound({ privateHosts: ['127.0.0.1'], timeoutMs: 100 });
    expect(await problemOf(outbound.postJson(`http://127.0.0.1:${silent}/`, {}))).toBe('timeout');
    expect(await problemOf(outbound.postJson(`http://127.0.0.1:${dripping}/`, {}))).toBe('timeout');
    const patient = createOutbound({ privateHosts: ['127.0.0.1'] });
    expect(await problemOf(patient.postJson(`http://127.0.0.1:${endless}/`, {}))).toBe('too-long');
  });

  it('says when nobody answers', async () => {
    const port = await serve(() => {});
    await new Promise<void>((resolve) => open[0]?.close(() => resolve()));
    const outbound = createOutbound({ privateHosts: ['127.0.0.1'] });
    expect(await problemOf(outbound.postJson(`http://127.0.0.1:${port}/`, {}))).toBe('unreachable');
  });
});
