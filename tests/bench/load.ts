import autocannon from 'autocannon';
import type { Cpu, World } from './world.ts';

/** `path` and `body` may differ from request to request; a body that is text goes out as it is. */
export type LoadRequest = {
  method: 'GET' | 'POST';
  path: string | (() => string);
  body?: () => string;
  token?: string;
};
export type Load = { perSecond: number; medianMs: number; p95Ms: number; requests: number };
export type Measured = Load & { cpuMs: Cpu & { total: number } };

/** Clients that ask again as soon as they are answered, for some seconds, each request in turn. */
export async function load(
  { url, token }: Pick<World, 'url' | 'token'>,
  clients: number,
  seconds: number,
  requests: readonly LoadRequest[],
): Promise<Load> {
  const took: number[] = [];
  const options: autocannon.Options = {
    url,
    connections: clients,
    duration: seconds,
    requests: requests.map(({ method, path, body, token: own = token }) => ({
      method,
      headers: { authorization: `Bearer ${own}`, 'content-type': 'application/json' },
      setupRequest: (one: autocannon.Request) => ({
        ...one,
        path: typeof path === 'string' ? path : path(),
        body: body?.(),
      }),
    })),
  };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    // Its own percentiles are whole milliseconds.
    running.on('response', (_client, _status, _bytes, ms) => took.push(ms));
  });
  const failed = result.non2xx + result.errors;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests failed: ${requests[0]?.path}`);
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor((took.length - 1) * share)] ?? 0;
  return {
    perSecond: result.requests.average,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    requests: result.requests.total,
  };
}

/** The same, with what each request cost the server and its database. */
export async function measure(
  world: World,
  clients: number,
  seconds: number,
  requests: readonly LoadRequest[],
): Promise<Measured> {
  const before = world.cpuMs();
  const done = await load(world, clients, seconds, requests);
  const after = world.cpuMs();
  const server = (after.server - before.server) / done.requests;
  const database = (after.database - before.database) / done.requests;
  return { ...done, cpuMs: { server, database, total: server + database } };
}
