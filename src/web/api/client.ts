import type { z } from 'zod';
import { type EndpointName, endpoints, type ReplyOf } from '../../contract/endpoints.ts';
import { i18n } from '../i18n/i18n.ts';
import { languageTags } from '../i18n/language.ts';
import { ApiProblem, problemOf } from './api-problem.ts';

/** The typed client: `call('getTicket', { params: { id: 7 } })`. Everything it knows it reads from the contract's table. */
type Table = typeof endpoints;
type Part<N extends EndpointName, P extends 'params' | 'query' | 'body'> = Table[N] extends {
  [K in P]: infer S extends z.ZodType;
}
  ? P extends 'params'
    ? { params: { [K in keyof z.output<S>]: string | number } }
    : P extends 'query'
      ? { query?: QueryInput<z.input<S>> }
      : { body: z.input<S> }
  : unknown;
/** Lists and flags of a query travel as text, so that a caller may also give them as they are. */
type QueryInput<Q> = { [K in keyof Q]?: Q[K] | string | number | boolean | readonly string[] | undefined };
type Extra = { signal?: AbortSignal | undefined; idempotencyKey?: string };
export type CallInput<N extends EndpointName> = Part<N, 'params'> & Part<N, 'query'> & Part<N, 'body'> & Extra;
type Needed<N extends EndpointName> = Record<never, never> extends CallInput<N> ? [CallInput<N>?] : [CallInput<N>];

const base = '/api/v1';
let onUnauthorized: () => void = () => {};

/** The console says here how a lost session leads back to sign-in. */
export function whenUnauthorized(handler: () => void): void {
  onUnauthorized = handler;
}

export async function call<N extends EndpointName>(name: N, ...[input]: Needed<N>): Promise<ReplyOf<N>> {
  const { method, path } = endpoints[name];
  const { params, query, body, signal, idempotencyKey } = (input ?? {}) as LooseInput;
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': languageTags[i18n.language === 'en' ? 'en' : 'zh'],
  };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
  const response = await send(base + fillPath(path, params) + queryText(query), {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) {
    if (response.status === 401 && name !== 'signIn') onUnauthorized();
    throw await problemOf(response);
  }
  return (response.status === 204 ? null : await response.json()) as ReplyOf<N>;
}

type LooseInput = {
  params?: Record<string, string | number>;
  query?: Record<string, unknown>;
  body?: unknown;
} & Extra;

async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...request, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(0, { code: 'network' });
  }
}

export function fillPath(path: string, params: Record<string, string | number> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
}

export function queryText(query: Record<string, unknown> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    if (Array.isArray(value)) {
      if (value.length > 0) search.set(name, value.join(','));
    } else search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
