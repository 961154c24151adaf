import { expect, it } from 'vitest';
import type { ClockExplanation, TicketDetail } from '../../src/contract/ticket.ts';
import { applyStatutoryDays } from '../../src/domain/calendar/statutory-days.ts';
import { reviseCalendar } from '../../src/server/features/tickets/index.ts';
import { castOf } from '../support/cast.ts';
import { startTestServer } from '../support/server.ts';

it('a new calendar moves the promises of open tickets, once, and is explained', async () => {
  const server = await startTestServer();
  const cast = await castOf(server);
  const { engine, calendars } = server.context;
  const answers = {
    'customer-name': '王小明',
    'customer-contact': '13800138000',
    channel: 'phone',
    category: 'suggestion',
    priority: 'low',
    description: '建议增加提醒',
  };
  const made = await cast.agent.call('POST', '/tickets', { playbook: 'response-toolkit', answers });
  const { id } = made.body as TicketDetail;
  const dueOf = async () => {
    const { body } = await cast.agent.call('GET', `/tickets/${id}`);
    return (body as TicketDetail).clocks.find(({ clock }) => clock === 'resolution')?.due;
  };
  expect(await dueOf()).toBe('2026-03-05T01:00:00.000Z');

  const closed = applyStatutoryDays(calendars.definition(calendars.current()), [
    { date: '2026-03-04', kind: 'holiday', name: '停业' },
  ]);
  expect(await reviseCalendar(engine, closed, 0)).toEqual({ calendar: { id: 'organisation', version: 1 }, moved: 1 });
  expect(await dueOf()).toBe('2026-03-06T01:00:00.000Z');
  const why = await cast.agent.call('GET', `/tickets/${id}/clocks/resolution/1`);
  const { history } = why.body as ClockExplanation;
  expect(history.at(-1)).toMatchObject({ why: 'calendar', due: '2026-03-05T01:00:00.000Z' });

  expect(await reviseCalendar(engine, closed, 0)).toMatchObject({ calendar: { version: 1 }, moved: 0 });
  const later = await cast.agent.call('POST', '/tickets', { playbook: 'response-toolkit', answers });
  expect((later.body as TicketDetail).clocks.find(({ clock }) => clock === 'resolution')?.due).toBe(
    '2026-03-06T01:00:00.000Z',
  );
});
