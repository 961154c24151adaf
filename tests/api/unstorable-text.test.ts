import { beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/contract/errors.ts';
import { type Cast, castOf, type Member, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestReply } from '../support/server.ts';

/** Characters that PostgreSQL cannot keep: refused with the name of the field, in whichever field of whichever request. */
describe('a text with a character that cannot be kept', () => {
  let cast: Cast;
  let ticket: { id: number; version: number };

  beforeAll(async () => {
    const server = await startTestServer();
    cast = await castOf(server);
    const reply = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
    ticket = reply.body as typeof ticket;
  });

  const refusal = (reply: TestReply) => {
    const { code, field, errors } = reply.body as Problem;
    return { status: reply.status, code, field, message: errors?.[0]?.message };
  };
  const refusedAt = (field: string, message = /不成对|surrogate/) => ({
    status: 400,
    code: 'request.invalid',
    field,
    message: expect.stringMatching(message),
  });
  const register = (changed: Record<string, unknown>) =>
    cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: { ...phoneComplaint, ...changed } });

  it.each([
    ['a NUL', 'a\u0000b'],
    ['half a pair', 'a\ud83db'],
    ['the other half', '\ude00'],
  ])('is refused: %s', async (_, text) => {
    expect(refusal(await register({ phenomenon: text }))).toEqual(refusedAt('answers.phenomenon'));
    expect(refusal(await register({ 'customer-name': text }))).toEqual(refusedAt('answers.customer-name'));
    const note = await cast.agent.call('POST', `/tickets/${ticket.id}/add-note`, {
      version: ticket.version,
      note: text,
    });
    expect(refusal(note)).toEqual(refusedAt('note'));
  });

  it('is refused in lists, keys, addresses and the tables of the administrator', async () => {
    expect(refusal(await cast.agent.call('GET', '/tickets/search?q=%00'))).toEqual(refusedAt('q'));
    expect(refusal(await cast.agent.call('GET', '/tickets?stage=a%00b'))).toEqual(refusedAt('stage.0'));
    expect(refusal(await cast.agent.call('GET', '/tickets/by-number/CF%00'))).toEqual(refusedAt('number'));
    expect([400, 403, 404]).toContain((await cast.agent.call('GET', '/no/such%00address')).status);
    expect(refusal(await register({ 'a\u0000': 'x' }))).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(
      await bad(cast.admin, '/staff', { name: 'a\u0000', login: 'xu', password: 'long enough 1', roles: ['agent'] }),
    ).toEqual(refusedAt('name'));
    expect(await bad(cast.admin, '/tokens', { name: 'a\u0000', roles: ['agent'] })).toEqual(refusedAt('name'));
  });

  const bad = async (who: Member, path: string, body: unknown) => refusal(await who.call('POST', path, body));

  it('says so in the language asked for', async () => {
    const english = { 'accept-language': 'en' };
    const body = { version: ticket.version, note: '\u0000' };
    const reply = await cast.agent.call('POST', `/tickets/${ticket.id}/add-note`, body, english);
    expect(refusal(reply)).toEqual(refusedAt('note', /^Holds a character.*remove it$/));
  });

  it('does not confuse pairs, rare characters and emoji with it', async () => {
    const text = '😀👨‍👩‍👧‍👦𠮷野家 <b onclick=alert(1)>\u200b\u202e&nbsp;\ufffd\t=1+1';
    const reply = await register({ phenomenon: text });
    expect(reply.status, reply.text).toBe(201);
    const { forms } = reply.body as { forms: { answers: Record<string, string> }[] };
    expect(forms[0]?.answers.phenomenon).toBe(text);
  });

  it('is no bug of ours where it comes as deep as a body may be', async () => {
    const deep = `${'['.repeat(200_000)}"\\u0000"${']'.repeat(200_000)}`;
    const body = `{"version":1,"note":"x","deep":${deep}}`;
    const reply = await cast.agent.call('POST', `/tickets/${ticket.id}/add-note`, body);
    expect(reply.status).toBe(400);
  });
});
