import { expect, it } from 'vitest';
import { createPool } from '../../src/server/database/pool.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { createTestDatabase } from '../support/database.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

type Made = { id: number; number: string; customer: { id: number } };

it('makes one customer of a contact that several processes hear of at the same instant', async () => {
  const { pool, connection } = await createTestDatabase();
  const first = await startTestServer({ pool });
  const cast = await castOf(first);
  const otherPool = createPool({ connection, size: 5, statementTimeoutMs: 30_000 });
  const second = await startTestServer({ pool: otherPool });
  const contacts = Array.from({ length: 6 }, (_, at) => `1390000${String(1000 + at)}`);
  try {
    const replies = await Promise.all(
      contacts.flatMap((contact) => [first, second, first, second].map((server) => register(server, cast, contact))),
    );
    expect(new Set(replies.map(({ number }) => number)).size).toBe(contacts.length * 4);
    for (const [at] of contacts.entries()) {
      const own = replies.slice(at * 4, at * 4 + 4);
      expect(new Set(own.map(({ customer }) => customer.id)).size, contacts[at]).toBe(1);
    }
    const { rows } = await pool.query('select count(*) as customers from customer');
    expect(rows).toEqual([{ customers: contacts.length }]);
  } finally {
    await second.close();
    await otherPool.end();
  }
});

it('leaves a contact that was corrected to a second customer to both, and registers more under the first', async () => {
  const server = await startTestServer();
  const cast = await castOf(server);
  const [one, two] = [await register(server, cast, '13900001111'), await register(server, cast, '13900002222')];
  expect(one.customer.id).not.toBe(two.customer.id);
  const correct = (id: number, contact: string) => cast.agent.call('PATCH', `/customers/${id}`, { contact });
  for (const contact of ['13900001111', '13900002222', '13900001111'])
    expect((await correct(two.customer.id, contact)).status).toBe(200);
  const found = (await cast.agent.call('GET', '/customers?contact=13900001111')).body as { items: { id: number }[] };
  expect(found.items.map(({ id }) => id)).toEqual([two.customer.id, one.customer.id]);
  expect((await register(server, cast, '13900001111')).customer.id).toBe(one.customer.id);
  const anew = await register(server, cast, '13900002222');
  expect([one.customer.id, two.customer.id]).not.toContain(anew.customer.id);
});

async function register(server: TestServer, cast: Cast, contact: string): Promise<Made> {
  const body = { playbook: 'resolution-flow', answers: { ...phoneComplaint, 'customer-contact': contact } };
  const { cookie } = cast.agent;
  const reply = await server.call('POST', '/api/v1/tickets', { body, cookie, headers: { origin: server.url } });
  expect(reply.status, reply.text).toBe(201);
  return reply.body as Made;
}
