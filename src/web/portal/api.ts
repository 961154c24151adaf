import type { z } from 'zod';
import type { StatusPage } from '../../contract/incident.ts';
import type * as links from '../../contract/party-link.ts';
import type * as portal from '../../contract/portal.ts';
import { ApiProblem, problemOf } from '../api/api-problem.ts';
import { currentTag } from './language.ts';

/** The portal's own small client. It takes only the types from the contract, so that no validator is sent to customers. */
export type PortalDoor = z.infer<typeof portal.portalDoor>;
export type { PublicIncident, StatusPage } from '../../contract/incident.ts';
export type { PortalView } from '../../contract/portal.ts';
export type PortalKey = z.input<typeof portal.portalKey>;
export type RequestBody = z.input<typeof portal.portalRequestBody>;
export type RatingBody = z.input<typeof portal.portalRatingBody>;
export type SolutionBody = z.input<typeof portal.portalSolutionBody>;
type LinkAnswer = z.input<typeof links.linkAnswerBody>;
export type LinkView = links.LinkView;
type View = portal.PortalView;

export const api = {
  status: () => send<StatusPage>('GET', '/status'),
  door: () => send<PortalDoor>('GET', '/portal'),
  submit: (body: RequestBody, idempotencyKey: string) =>
    send<{ number: string }>('POST', '/portal/requests', body, { 'idempotency-key': idempotencyKey }),
  follow: (key: PortalKey) => send<View>('POST', '/portal/follow', key),
  message: (key: PortalKey, message: string, attachments: number[] = []) =>
    send<View>('POST', '/portal/messages', { ...key, message, attachments }),
  file: (key: PortalKey, id: number) => fetchBlob(`/portal/attachments/${id}`, key),
  solution: (body: SolutionBody) => send<View>('POST', '/portal/solution', body),
  openLink: (token: string) => send<LinkView>('POST', '/portal/links/open', { token }),
  answerLink: (token: string, answer: Omit<LinkAnswer, 'token'>) =>
    // As whoever is signed in: staff do not answer by the links that they make for others.
    send<LinkView>('POST', '/portal/links/answer', { token, ...answer }, {}, 'same-origin'),
  chase: (key: PortalKey) => send<View>('POST', '/portal/chase', key),
  rate: (body: RatingBody) => send<View>('POST', '/portal/rating', body),
};

async function send<T>(
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
  credentials: RequestCredentials = 'omit',
): Promise<T> {
  return (await (await ask(method, path, body, headers, credentials)).json()) as T;
}

async function fetchBlob(path: string, body: object): Promise<Blob> {
  return (await ask('POST', path, body)).blob();
}

async function ask(
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
  credentials: RequestCredentials = 'omit',
): Promise<Response> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    // Nobody is signed in here, even where the same browser is signed in to the console.
    credentials,
    headers: {
      accept: 'application/json',
      'accept-language': currentTag(),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch(() => {
    throw new ApiProblem(0, { code: 'network' });
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}
