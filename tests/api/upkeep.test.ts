import { expect, it } from 'vitest';
import { systemActor } from '../../src/domain/ticket/actor.ts';
import { registerTicket } from '../../src/server/features/tickets/index.ts';
import { upkeep } from '../../src/server/features/upkeep/index.ts';
import { castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer } from '../support/server.ts';

const dayMs = 86_400_000;

it('takes away what has had its time, and nothing that is still in use', async () => {
  const server = await startTestServer();
  const cast = await castOf(server);
  const { context, clock } = server;
  const register = (key: string) =>
    cast.agent.call(
      'POST',
      '/tickets',
      { playbook: 'resolution-flow', answers: phoneComplaint },
      { 'idempotency-key': key },
    );
  const numberOf = async (key: string) => ((await register(key)).body as { number: string }).number;
  const deps = { ...context, timeZone: context.config.timeZone };

  const first = await numberOf('first');
  const nothing = { sequences: 0, idempotencyKeys: 0, answers: 0, sessions: 0, attachments: 0 };
  expect(await upkeep(deps)).toEqual(nothing);
  expect(await numberOf('first')).toBe(first);

  clock.advance(3 * dayMs);
  expect(await numberOf('second')).toBe('CF202603050001');
  expect(await upkeep(deps)).toMatchObject({ sequences: 1, idempotencyKeys: 0 });
  expect(await numberOf('third')).toBe('CF202603050002');

  const row = { playbook: 'resolution-flow', answers: phoneComplaint, idempotencyKey: 'import:row' };
  const imported = (await registerTicket(context.engine, systemActor, row)).ticketId;

  clock.advance(5 * dayMs);
  expect(await upkeep(deps)).toMatchObject({ idempotencyKeys: 1 });
  clock.advance(300 * dayMs);
  await upkeep(deps);
  expect(await registerTicket(context.engine, systemActor, row)).toEqual({ ticketId: imported, loaded: null });
  expect(await upkeep(deps)).toMatchObject({ sequences: 0, idempotencyKeys: 0 });
});
