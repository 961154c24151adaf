import autocannon from 'autocannon';

export type Load = {
  perSecond: number;
  latencyMs: { p50: number; p95: number; p99: number };
  requests: number;
  failed: number;
};
/** `path` and `body` may differ from request to request; a body that is text goes out as it is. */
export type LoadRequest = { method: 'GET' | 'POST'; path: string | (() => string); body?: () => string };

/** Clients that ask again as soon as they are answered, for some seconds. */
export async function load(
  url: string,
  token: string,
  clients: number,
  seconds: number,
  request: LoadRequest,
): Promise<Load> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const result = await autocannon({
    url,
    connections: clients,
    duration: seconds,
    requests: [
      {
        method: request.method,
        headers,
        setupRequest: (one) => ({
          ...one,
          path: typeof request.path === 'string' ? request.path : request.path(),
          body: request.body?.(),
        }),
      },
    ],
  });
  const { p50, p97_5, p99 } = result.latency;
  const failed = result.non2xx + result.errors;
  return {
    perSecond: result.requests.average,
    latencyMs: { p50, p95: p97_5, p99 },
    requests: result.requests.total,
    failed,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export const spread = (values: readonly number[]) => `${round(Math.min(...values))}–${round(Math.max(...values))}`;
export const round = (value: number) => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100);
