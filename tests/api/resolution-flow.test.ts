import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { workDueClocks } from '../../src/server/features/tickets/index.ts';
import { type Cast, castOf, type Member, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const hour = 3_600_000;

describe('a phone complaint under the resolution flow, with second handling', () => {
  let server: TestServer;
  let cast: Cast;
  let ticket: TicketDetail;

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server);
  });

  const act = async (who: Member, action: string, body: Record<string, unknown>, expected = 200) => {
    const reply = await who.call('POST', `/tickets/${ticket.id}/${action}`, { version: ticket.version, ...body });
    expect(reply.status, reply.text).toBe(expected);
    if (expected === 200) ticket = reply.body as TicketDetail;
    return reply.body as Record<string, unknown>;
  };
  const form = (who: Member, id: string, answers: Record<string, unknown>, expected = 200) =>
    act(who, 'submit-form', { form: id, answers }, expected);
  const clock = (id: string) => ticket.clocks.findLast((one) => one.clock === id);

  it('is registered by the agent, not by a specialist, and complete', async () => {
    const body = { playbook: 'resolution-flow', answers: phoneComplaint };
    expect((await cast.specialist.call('POST', '/tickets', body)).status).toBe(403);
    const { phenomenon: _, ...incomplete } = phoneComplaint;
    const refused = await cast.agent.call('POST', '/tickets', { ...body, answers: incomplete });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'form.field-missing', field: 'answers.phenomenon' });
    const reply = await cast.agent.call('POST', '/tickets', body);
    expect(reply.status, reply.text).toBe(201);
    ticket = reply.body as TicketDetail;
    expect(ticket.number).toMatch(/^CF20260302\d{4}$/);
    expect(ticket.stage).toBe('classify');
    expect(ticket.customer.contact).toBe('138****8000');
    expect(clock('resolution')).toMatchObject({ status: 'running', target: '72h', due: '2026-03-05T01:00:00.000Z' });
  });

  it('is classified by the supervisor, which recomputes its promises from the start', async () => {
    const answers = {
      category: 'system-failure',
      priority: 'urgent',
      'priority-reason': '扣款异常，损失较大',
      'suggested-department': 'technology',
    };
    server.clock.advance(10 * 60_000);
    await form(cast.agent, 'classification', answers, 403);
    await form(cast.supervisor, 'classification', answers);
    expect(ticket).toMatchObject({ stage: 'assign', priority: 'urgent', isGreenLane: true });
    expect(clock('handling-start')?.due).toBe('2026-03-02T03:00:00.000Z');
  });

  it('is assigned to one owner of the department', async () => {
    const order = {
      department: 'technology',
      owner: cast.specialist.id,
      requirement: '查清重复扣款原因并退款',
      deadline: '2026-03-02T18:00:00+08:00',
    };
    const elsewhere = await form(cast.supervisor, 'task-order', { ...order, owner: cast.logistics.id }, 422);
    expect(elsewhere.code).toBe('handoff.owner-elsewhere');
    await form(cast.supervisor, 'task-order', order);
    expect(ticket).toMatchObject({ stage: 'analyse', owner: cast.specialist.id, department: 'technology' });
    expect((await cast.logistics.call('GET', `/tickets/${ticket.id}`)).status).toBe(404);
  });

  it('is accepted, analysed and carried out by its owner', async () => {
    await act(cast.specialist, 'accept', { plan: '先查支付流水' });
    expect(clock('handling-start')?.status).toBe('met');
    const report = {
      methods: ['data'],
      'root-cause': '回调重复',
      'cause-kind': 'system',
      solution: '退回多扣款项并修复回调',
      eta: '2026-03-02T17:00:00+08:00',
      collaboration: 'none',
    };
    await form(cast.specialist, 'analysis-report', report);
    await act(cast.agent, 'inform-customer', { kind: 'progress', via: 'phone', message: '原因已查清，正在退款' });
    expect(ticket.clocks.filter((one) => one.clock === 'progress-update').map((one) => one.status)).toEqual([
      'met',
      'running',
    ]);
    const record = {
      steps: ['退款', '修复'],
      'finished-at': new Date(server.clock.now()).toISOString(),
      verification: ['data'],
      'verification-result': '流水一致',
    };
    const unverified = await form(cast.specialist, 'execution-record', record, 422);
    expect(unverified).toMatchObject({ code: 'form.field-missing', field: 'answers.verified' });
    await form(cast.specialist, 'execution-record', { ...record, verified: true });
    expect(ticket).toMatchObject({ stage: 'confirm', status: 'resolved' });
  });

  it('starts again one level higher when the customer is dissatisfied', async () => {
    const call = {
      'called-at': new Date(server.clock.now()).toISOString(),
      'called-via': 'phone',
      solved: 'partly',
      rating: 'satisfied',
    };
    expect((await form(cast.agent, 'callback-record', call, 422)).code).toBe('gate.told-result');
    await act(cast.agent, 'inform-customer', { kind: 'result', via: 'phone', message: '款项已退回' });
    expect(clock('resolution')?.status).toBe('met');
    await form(cast.agent, 'callback-record', { ...call, rating: 'dissatisfied', remark: '只退了一半' });
    expect(ticket).toMatchObject({ stage: 'assign', cycle: 2, escalation: 1, status: 'todo' });
    expect(ticket).toMatchObject({ again: '只退了一半' });
    expect(clock('resolution')).toMatchObject({ cycle: 2, status: 'running' });
    const notices = await cast.supervisor.call('GET', '/notices');
    expect((notices.body as { items: { kind: string }[] }).items.map((one) => one.kind)).toContain('dissatisfied');
  });

  it('warns and breaches by itself, once', async () => {
    server.clock.advance(3 * hour);
    expect(await workDueClocks(server.context.engine)).toMatchObject({ handled: 1, setAside: 0 });
    expect(await workDueClocks(server.context.engine)).toMatchObject({ handled: 0, setAside: 0 });
    const reply = await cast.agent.call('GET', `/tickets/${ticket.id}/timeline?limit=100`);
    const types = (reply.body as { items: { type: string }[] }).items.map((one) => one.type);
    expect(types.filter((type) => type === 'clock.breached')).toHaveLength(1);
    ticket = (await cast.agent.call('GET', `/tickets/${ticket.id}`)).body as TicketDetail;
    expect(clock('handling-start')?.isBreached).toBe(true);
  });

  it('shows how to reach the customer masked, also in forms and timeline, and keeps it through a correction', async () => {
    const { 'order-number': _, ...answers } = phoneComplaint;
    await form(cast.agent, 'feedback-register', {
      ...answers,
      'customer-contact': '138****8000',
      'order-number': 'B1',
    });
    const timeline = await cast.agent.call('GET', `/tickets/${ticket.id}/timeline?limit=100`);
    for (const shown of [JSON.stringify(ticket), timeline.text]) {
      expect(shown).toContain('138****8000');
      expect(shown).not.toContain('0013');
    }
    const revealed = await cast.agent.call('POST', `/customers/${ticket.customer.id}/reveal`, { reason: '回电核实' });
    expect(revealed.body).toMatchObject({ contact: phoneComplaint['customer-contact'] });
  });

  it('refuses who acts on an old page, and says what changed', async () => {
    const old = ticket.version;
    await act(cast.agent, 'add-note', { note: '客户很着急' });
    const refused = await cast.supervisor.call('POST', `/tickets/${ticket.id}/add-note`, {
      version: old,
      note: '我来跟',
    });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'ticket.changed', details: { changes: [{ type: 'note.added' }] } });
  });

  it('is a duplicate only of a ticket that exists, and found by filters only of names that exist', async () => {
    const duplicate = { reason: 'duplicate', duplicateOf: 'CF209901010001', note: '重复' };
    expect((await act(cast.supervisor, 'dismiss', duplicate, 422)).code).toBe('ticket.duplicate-unknown');
    const queue = await cast.agent.call('GET', '/tickets?priority=urgnt');
    expect(queue.body).toMatchObject({ code: 'queue.filter-unknown', field: 'priority' });
    expect((await cast.agent.call('GET', '/tickets?priority=urgent')).body).toMatchObject({
      items: [{ id: ticket.id }],
    });
  });

  it('is carried to its end and archived', async () => {
    const order = {
      department: 'technology',
      owner: cast.specialist.id,
      requirement: '补退余款',
      deadline: '2026-03-03T18:00:00+08:00',
    };
    await form(cast.supervisor, 'task-order', order);
    await act(cast.specialist, 'accept', {});
    await form(cast.specialist, 'analysis-report', {
      methods: ['data'],
      'root-cause': '金额算错',
      'cause-kind': 'people',
      solution: '补退',
      eta: '2026-03-03T12:00:00+08:00',
      collaboration: 'none',
    });
    await form(cast.specialist, 'execution-record', {
      steps: ['补退'],
      'finished-at': new Date(server.clock.now()).toISOString(),
      verification: ['data'],
      'verification-result': '一致',
      verified: true,
    });
    await act(cast.agent, 'inform-customer', { kind: 'result', via: 'phone', message: '余款已退' });
    await form(cast.agent, 'callback-record', {
      'called-at': new Date(server.clock.now()).toISOString(),
      'called-via': 'phone',
      solved: 'fully',
      rating: 'satisfied',
    });
    expect(ticket.stage).toBe('archive');
    await form(cast.supervisor, 'archive-checklist', { 'is-complete': true, review: 'none' });
    expect(ticket).toMatchObject({ status: 'closed', isSatisfied: true });
    expect(ticket.clocks.filter((one) => ['running', 'paused'].includes(one.status))).toEqual([]);
  });
});
