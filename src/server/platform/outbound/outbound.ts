import { lookup as systemLookup } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { hostOf } from './host-of.ts';
import { isPublicAddress } from './public-address.ts';

/**
 * Requests to addresses that people typed in. They must not reach what only this machine can reach (SSRF): https to public addresses only,
 * checked where the connection is made, so that a name which answers differently a moment later leads nowhere else; redirects are not
 * followed, and time and length are limited. The operator may name hosts of the own network (HUIYIN_PRIVATE_HOSTS), which may be plain http.
 */
export type Outbound = {
  /** @throws OutboundError */
  postJson(url: string, body: unknown): Promise<{ status: number; text: string }>;
  /** Whether the address could be asked at all, before anything is sent. @returns null when it could */
  refusalOf(url: string): OutboundProblem | null;
};

export type OutboundProblem = 'not-https' | 'private-address' | 'unreachable' | 'timeout' | 'too-long';

export class OutboundError extends Error {
  readonly problem: OutboundProblem;

  constructor(problem: OutboundProblem, options?: ErrorOptions) {
    super(`outbound: ${problem}`, options);
    this.name = 'OutboundError';
    this.problem = problem;
  }
}

export type OutboundOptions = {
  /** Lower-case host names or addresses, without port, that may be private and plain http. */
  privateHosts: readonly string[];
  timeoutMs?: number;
  lookup?: typeof systemLookup;
};

const mostReplyBytes = 64 * 1024;

export function createOutbound({ privateHosts, timeoutMs = 10_000, lookup = systemLookup }: OutboundOptions): Outbound {
  const refusalOf = (given: string): OutboundProblem | null => {
    const url = URL.parse(given);
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
      return 'not-https';
    const host = hostOf(url);
    if (privateHosts.includes(host)) return null;
    if (url.protocol !== 'https:') return 'not-https';
    return isIP(host) !== 0 && !isPublicAddress(host) ? 'private-address' : null;
  };
  return {
    refusalOf,
    postJson: async (given, body) => {
      const problem = refusalOf(given);
      if (problem !== null) throw new OutboundError(problem);
      const url = new URL(given);
      const guarded = privateHosts.includes(hostOf(url)) ? lookup : publicOnly(lookup);
      return send(url, JSON.stringify(body), guarded as LookupFunction, timeoutMs);
    },
  };
}

/** What the socket connects to is what is looked at here; one private address among public ones is enough to refuse. */
function publicOnly(lookup: typeof systemLookup): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
        return callback(new OutboundError('private-address'), '', 0);
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
}

function send(url: URL, body: string, lookup: LookupFunction, timeoutMs: number) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const fail = (error: unknown) => reject(problemOf(error, signal));
    const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) },
      lookup,
      signal,
      agent: false,
    });
    request.on('error', fail);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('error', fail);
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > mostReplyBytes) request.destroy(new OutboundError('too-long'));
        else chunks.push(chunk);
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    request.end(body);
  });
}

function problemOf(error: unknown, signal: AbortSignal): OutboundError {
  if (error instanceof OutboundError) return error;
  return new OutboundError(signal.aborted ? 'timeout' : 'unreachable', { cause: error });
}
