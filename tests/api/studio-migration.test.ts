import { beforeAll, describe, expect, it } from 'vitest';
import { openRebuild, rebuildTickets, type TicketFinding } from '../../src/server/features/tickets/index.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { edited, flow, publish, staffDepartments, withUrgent } from './studio-story.ts';

let server: TestServer;
let cast: Cast;
let shipped: number;

beforeAll(async () => {
  server = await startTestServer();
  cast = await castOf(server);
  shipped = server.context.playbooks.get(flow).source.version;
  await staffDepartments(server, cast);
});

const path = (rest: string) => `/studio/playbooks/${flow}${rest}`;
type Ticket = {
  id: number;
  number: string;
  version: number;
  playbookVersion: number;
  clocks: { clock: string; due: string }[];
};

async function registerUrgent(): Promise<Ticket> {
  const { body } = await cast.agent.call('POST', '/tickets', { playbook: flow, answers: phoneComplaint });
  const { id, version } = body as Ticket;
  const reply = await cast.supervisor.call('POST', `/tickets/${id}/classify`, {
    version,
    priority: 'urgent',
    reason: '停摆',
  });
  return reply.body as Ticket;
}

const read = async (id: number) => (await cast.supervisor.call('GET', `/tickets/${id}`)).body as Ticket;
const due = ({ clocks }: Ticket) => clocks.find(({ clock }) => clock === 'resolution')?.due;

describe('running tickets', () => {
  it('keep their version until somebody moves them, who first sees what that changes', async () => {
    const first = await registerUrgent();
    const second = await registerUrgent();
    const to = await publish(cast.manager, withUrgent('12h'), shipped);
    expect((await read(first.id)).playbookVersion).toBe(shipped);
    const weighed = await cast.manager.call('POST', path('/migration/preview'), { to });
    const { items, next } = weighed.body as { items: { id: number; changes: object[]; refusal: null }[]; next: null };
    expect([items.map(({ id }) => id), next]).toEqual([[first.id, second.id], null]);
    const from = due(first);
    const until = new Date(Date.parse(from ?? '') - 12 * 3_600_000).toISOString();
    expect(items[0]?.changes).toEqual([{ kind: 'clock-moves', clock: 'resolution', from, to: until, isLate: false }]);
    expect((await read(first.id)).playbookVersion).toBe(shipped);

    const batch = await cast.manager.call('POST', path('/migration'), { to, limit: 1 });
    expect(batch.body).toMatchObject({ items: [{ id: first.id, refusal: null }], next: first.id });
    expect([(await read(first.id)).playbookVersion, (await read(second.id)).playbookVersion]).toEqual([to, shipped]);
    expect(due(await read(first.id))).toBe(until);
    // Asked for again from the start: what is moved already is passed over.
    const rest = await cast.manager.call('POST', path('/migration'), { to });
    expect(rest.body).toMatchObject({ items: [{ id: second.id }], next: null });
    expect((await cast.manager.call('POST', path('/migration'), { to })).body).toEqual({ items: [], next: null });
  });

  it('are moved once, however many ask at the same time', async () => {
    const ticket = await registerUrgent();
    const to = await publish(cast.manager, withUrgent('10h'), shipped + 1);
    const body = { to, tickets: [ticket.id] };
    await Promise.all(Array.from({ length: 4 }, () => cast.manager.call('POST', path('/migration'), body)));
    const { body: timeline } = await cast.supervisor.call('GET', `/tickets/${ticket.id}/timeline`);
    const { items } = timeline as { items: { type: string; data: object; actor: object }[] };
    expect(items.filter(({ type }) => type === 'playbook.migrated')).toMatchObject([
      { data: { from: shipped + 1, to, stage: 'classify' }, actor: { kind: 'staff', id: cast.manager.id } },
    ]);
  });

  it('stay where they are when they cannot be carried over, and say what to do', async () => {
    const ticket = await registerUrgent();
    await cast.supervisor.call('POST', `/tickets/${ticket.id}/classify`, {
      version: ticket.version,
      category: 'logistics',
      reason: '物流',
    });
    const source = edited(
      { do: 'remove', path: ['categories', 2] },
      { do: 'set', path: ['clocks', 1, 'target', 'urgent'], value: '9h' },
    );
    const to = await publish(cast.manager, source, shipped + 2);
    const reply = await cast.manager.call(
      'POST',
      path('/migration'),
      { to, tickets: [ticket.id] },
      { 'accept-language': 'en' },
    );
    expect(reply.body).toMatchObject({
      items: [
        {
          id: ticket.id,
          refusal: {
            code: 'migration.category-gone',
            title: `The ticket has the category "logistics", which version ${to} no longer has`,
            remedy: expect.stringContaining('Classify it as one of product-feature'),
          },
        },
      ],
    });
    expect((await read(ticket.id)).playbookVersion).toBe(shipped + 2);
  });

  it('go on, can be read and folded again, with stages and clocks of their own past', async () => {
    const ticket = await registerUrgent();
    const source = edited(
      { do: 'set', path: ['stages', 0, 'next'], value: 'assign' },
      { do: 'remove', path: ['stages', 1] },
      { do: 'remove', path: ['forms', 1] },
      { do: 'set', path: ['clocks', 1, 'target', 'urgent'], value: '9h' },
      { do: 'remove', path: ['clocks', 0] },
    );
    const to = await publish(cast.manager, source, shipped + 3);
    const body = { to, tickets: [ticket.id], stages: { classify: 'assign' } };
    const moved = await cast.manager.call('POST', path('/migration'), body);
    expect(moved.body).toMatchObject({
      items: [
        {
          refusal: null,
          changes: [
            { kind: 'stage', from: 'classify', to: 'assign' },
            { kind: 'clock-stops', clock: 'handling-start' },
          ],
        },
      ],
    });
    const detail = await cast.supervisor.call('GET', `/tickets/${ticket.id}`);
    expect(detail.body).toMatchObject({
      stage: 'assign',
      playbookVersion: to,
      earlierVersions: [shipped + 3],
    });
    const explained = await cast.supervisor.call('GET', `/tickets/${ticket.id}/clocks/handling-start/1`);
    expect(explained.body).toMatchObject({ status: 'cancelled', name: { zh: '处理启动' } });
    expect((await cast.supervisor.call('GET', `/tickets/${ticket.id}/timeline`)).status).toBe(200);
    expect((await cast.supervisor.call('GET', `/tickets/${ticket.id}/outputs`)).status).toBe(200);
    const { pool, masterKey, clock } = server.context;
    const differing: TicketFinding[] = [];
    const watch = { found: (one: TicketFinding) => differing.push(one), progress: () => {} };
    await rebuildTickets(await openRebuild(pool, masterKey, clock), false, watch);
    expect(differing).toEqual([]);
  });
});
