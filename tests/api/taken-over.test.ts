import { expect, it } from 'vitest';
import type { TicketDetail, TicketRow } from '../../src/contract/ticket.ts';
import { systemActor } from '../../src/domain/ticket/actor.ts';
import { previewRegistration, registerTicket, workDueClocks } from '../../src/server/features/tickets/index.ts';
import { castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer } from '../support/server.ts';

it('a ticket that is taken over as history calls nobody, is found by its old name, and forgets that with its customer', async () => {
  const server = await startTestServer();
  const cast = await castOf(server);
  const { engine } = server.context;
  const request = {
    playbook: 'resolution-flow',
    answers: { ...phoneComplaint, 'received-at': '2019-04-25T09:32:09+08:00' },
    takenOver: { isHistory: true, reference: 'OLD-2549', notes: ['答复意见：已收悉'] },
  };
  expect(previewRegistration(engine, systemActor, request)).toMatchObject({ stage: 'classify', clocks: [] });
  const { ticketId } = await registerTicket(engine, systemActor, request);
  server.clock.advance(90 * 86_400_000);
  expect(await workDueClocks(engine)).toEqual({ handled: 0, setAside: 0 });
  for (const who of [cast.supervisor, cast.agent, cast.manager])
    expect((await who.call('GET', '/notices')).body).toMatchObject({ items: [] });

  const detail = (await cast.agent.call('GET', `/tickets/${ticketId}`)).body as TicketDetail;
  expect(detail.takenOver).toEqual({ reference: 'OLD-2549', isHistory: true });
  expect(detail).toMatchObject({
    receivedAt: '2019-04-25T01:32:09.000Z',
    registeredBy: null,
    clocks: [],
    nextPromise: null,
  });
  const found = (await cast.agent.call('GET', '/tickets/search?q=OLD-2549')).body as { items: TicketRow[] };
  expect(found.items.map(({ id }) => id)).toEqual([ticketId]);
  const timeline = (await cast.agent.call('GET', `/tickets/${ticketId}/timeline`)).body as {
    items: { text: unknown }[];
  };
  expect(timeline.items.map(({ text }) => text)).toContainEqual({ note: '答复意见：已收悉' });

  const ordinary = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
  expect(ordinary.body).not.toHaveProperty('takenOver');
  const trick = { playbook: 'resolution-flow', answers: phoneComplaint, takenOver: request.takenOver };
  expect((await cast.agent.call('POST', '/tickets', trick)).status).toBe(400);

  await cast.admin.call('POST', `/customers/${detail.customer.id}/erase`, { reason: '本人要求' });
  const forgotten = (await cast.agent.call('GET', `/tickets/${ticketId}`)).body as TicketDetail;
  expect(forgotten.takenOver).toEqual({ reference: '', isHistory: true });
});
