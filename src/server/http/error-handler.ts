import { Refusal } from '../../domain/refusal.ts';
import type { App, Reply, Request } from './app.ts';
import { hearOut } from './hear-out.ts';
import { chooseLanguage } from './language.ts';
import { answerTo } from './problem.ts';

/** Every way a request can fail leaves here as problem+json. */
export function registerErrorHandler(app: App): void {
  app.setErrorHandler(async (error, request, reply) => {
    const isTooLarge = (error as { code?: string }).code === 'FST_ERR_CTP_BODY_TOO_LARGE';
    if (isTooLarge && (await hearOut(request.raw))) reply.removeHeader('connection');
    return sendProblem(error, request, reply);
  });
}

export function sendUnknownRoute(request: Request, reply: Reply): Reply {
  return sendProblem(
    new Refusal('route.unknown', '', { method: request.method, path: request.url.split('?')[0] }),
    request,
    reply,
  );
}

export function sendProblem(error: unknown, request: Request, reply: Reply): Reply {
  const { problem, retryAfterSeconds, isBug } = answerTo(
    error,
    chooseLanguage(request.headers['accept-language']),
    request.id,
  );
  const context = { error, requestId: request.id, method: request.method, route: request.routeOptions.url };
  if (isBug) request.log.error(context, 'a request failed');
  else if (problem.status === 503) request.log.warn(context, 'a request was put off');
  if (retryAfterSeconds !== null) reply.header('retry-after', retryAfterSeconds);
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
}
