import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail, TimelineEntry } from '../../src/contract/ticket.ts';
import { type Cast, castOf, type Member, phoneComplaint } from '../support/cast.ts';
import { startTestServer } from '../support/server.ts';

const notKept = (field: string) => ({ status: 410, body: { code: 'customer.words-not-kept', field } });
const words = '紫水晶独角兽要求回电';

describe('the ticket of an erased customer', () => {
  let cast: Cast;
  let ticket: TicketDetail;

  const send = (who: Member, action: string, body: Record<string, unknown>) =>
    who.call('POST', `/tickets/${ticket.id}/${action}`, { version: ticket.version, ...body });
  const act = async (who: Member, action: string, body: Record<string, unknown>) => {
    const reply = await send(who, action, body);
    expect(reply.status, reply.text).toBe(200);
    ticket = reply.body as TicketDetail;
  };
  const why = (name: string) => ticket.actions.find((one) => one.do === name);

  beforeAll(async () => {
    cast = await castOf(await startTestServer());
    const reply = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
    ticket = reply.body as TicketDetail;
  });

  it('before that asks for an explanation wherever one is due', async () => {
    const unexplained = [
      ['classify', 'reason', { priority: 'urgent' }],
      ['escalate', 'reason', {}],
      ['start-wait', 'reason', { for: 'customer', reason: '  ' }],
      ['dismiss', 'note', { reason: 'spam' }],
    ] as const;
    for (const [action, field, body] of unexplained) {
      const reply = await send(cast.supervisor, action, body);
      expect(reply, action).toMatchObject({ status: 422, body: { code: 'ticket.words-missing', field } });
    }
    expect(why('add-note')).toEqual({ do: 'add-note', isAllowed: true });
  });

  it('takes no words any more, and says so before and after they are written', async () => {
    const path = `/customers/${ticket.customer.id}/erase`;
    expect((await cast.supervisor.call('POST', path, { reason: '客户依法要求删除' })).status).toBe(204);
    ticket = (await cast.supervisor.call('GET', `/tickets/${ticket.id}`)).body as TicketDetail;
    const refused = [
      ['add-note', { note: words }],
      ['record-progress', { done: words }],
      ['record-reply', { via: 'phone', message: words }],
      ['inform-customer', { kind: 'response', via: 'phone', message: words }],
    ] as const;
    for (const [action, body] of refused) {
      expect(why(action), action).toEqual({ do: action, isAllowed: false, why: 'customer.words-not-kept' });
      expect(await send(cast.agent, action, body), action).toMatchObject({
        status: 410,
        body: { code: 'customer.words-not-kept' },
      });
    }
    const said = [
      ['classify', 'reason', { priority: 'urgent', reason: words }],
      ['escalate', 'reason', { reason: words }],
      ['chase', 'message', { message: words }],
      ['hand-off', 'requirement', { department: 'technology', requirement: words }],
      ['dismiss', 'note', { reason: 'withdrawn', note: words }],
      ['submit-form', 'answers.priority-reason', { form: 'classification', answers: { 'priority-reason': words } }],
      ['submit-form', 'answers.phenomenon', { form: 'feedback-register', answers: { phenomenon: words } }],
    ] as const;
    for (const [action, field, body] of said)
      expect(await send(cast.supervisor, action, body), action).toMatchObject(notKept(field));
    const { body } = await cast.supervisor.call('GET', `/tickets/${ticket.id}`);
    expect(body).toMatchObject({ version: ticket.version });
  });

  it('goes on by what is clear: forms without their texts, hand-off, acceptance, escalation', async () => {
    const answers = { category: 'system-failure', priority: 'normal', 'suggested-department': 'technology' };
    await act(cast.supervisor, 'submit-form', { form: 'classification', answers });
    expect(ticket).toMatchObject({ stage: 'assign', category: 'system-failure', reason: '' });
    await act(cast.supervisor, 'classify', { priority: 'urgent' });
    await act(cast.supervisor, 'hand-off', { department: 'technology', owner: cast.specialist.id });
    await act(cast.specialist, 'accept', {});
    await act(cast.specialist, 'escalate', {});
    await act(cast.specialist, 'start-wait', { for: 'third-party' });
    await act(cast.specialist, 'end-wait', {});
    expect(ticket).toMatchObject({ isAccepted: true, owner: cast.specialist.id, escalation: 1, priority: 'urgent' });
  });

  it('can be closed, and nothing was said all the while', async () => {
    await act(cast.supervisor, 'dismiss', { reason: 'withdrawn' });
    expect(ticket).toMatchObject({ status: 'closed', dismissed: 'withdrawn' });
    const { body } = await cast.supervisor.call('GET', `/tickets/${ticket.id}/timeline`);
    const { items } = body as { items: TimelineEntry[] };
    expect(items.map(({ text }) => text).filter((text) => text !== null)).toEqual([]);
  });
});
