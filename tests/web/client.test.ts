import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../src/web/api/api-problem.ts';
import { call, fillPath, queryText, whenUnauthorized } from '../../src/web/api/client.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  whenUnauthorized(() => {});
});

function answerWith(status: number, body?: unknown) {
  const answer = vi.fn(async (_url: string, _init: RequestInit) =>
    status === 204 ? new Response(null, { status }) : new Response(JSON.stringify(body), { status }),
  );
  vi.stubGlobal('fetch', answer);
  return answer;
}

describe('the client', () => {
  it('fills paths and writes queries, leaving out what is empty', () => {
    expect(fillPath('/tickets/{id}/clocks/{clock}/{cycle}', { id: 7, clock: 'a/b', cycle: 2 })).toBe(
      '/tickets/7/clocks/a%2Fb/2',
    );
    expect(queryText({ owner: 'me', stage: ['a', 'b'], status: [], after: undefined, q: '' })).toBe(
      '?owner=me&stage=a%2Cb',
    );
    expect(queryText({})).toBe('');
  });

  it('sends body, language and idempotency key, and reads the reply', async () => {
    const answer = answerWith(201, { id: 7 });
    const body = { playbook: 'resolution-flow', answers: {} };
    expect(await call('registerTicket', { body, idempotencyKey: 'once' })).toEqual({ id: 7 });
    const [url, init] = answer.mock.calls[0] ?? [];
    expect(url).toBe('/api/v1/tickets');
    expect(init).toMatchObject({ method: 'POST', body: JSON.stringify(body), credentials: 'same-origin' });
    expect(init?.headers).toMatchObject({ 'idempotency-key': 'once', 'accept-language': 'zh-CN' });
  });

  it('answers null where there is nothing to say', async () => {
    answerWith(204);
    expect(await call('signOut')).toBeNull();
  });

  it('turns a refusal into a problem with code, remedy and fields', async () => {
    answerWith(409, { code: 'ticket.changed', title: '已被他人修改', remedy: '刷新后再试', details: { version: 9 } });
    const problem = await call('getTicket', { params: { id: 7 } }).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({
      status: 409,
      code: 'ticket.changed',
      remedy: '刷新后再试',
      details: { version: 9 },
    });
  });

  it('calls a missing answer by its name, and nonsense unknown', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(call('me')).rejects.toMatchObject({ status: 0, code: 'network' });
    vi.stubGlobal('fetch', async () => new Response('<html>', { status: 502 }));
    await expect(call('me')).rejects.toMatchObject({ status: 502, code: 'unknown' });
  });

  it('leads a lost session to sign-in, but not a wrong password', async () => {
    const lost = vi.fn();
    whenUnauthorized(lost);
    answerWith(401, { code: 'auth.required' });
    await expect(call('signIn', { body: { login: 'a', password: 'b' } })).rejects.toThrow();
    expect(lost).not.toHaveBeenCalled();
    await expect(call('me')).rejects.toThrow();
    expect(lost).toHaveBeenCalledOnce();
  });
});
