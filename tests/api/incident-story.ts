import { expect } from 'vitest';
import type { IncidentDetail } from '../../src/contract/incident.ts';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { workTellings } from '../../src/server/features/incidents/index.ts';
import { type Cast, type Member, phoneComplaint } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';

/** What the tests of incidents do again and again. */

export const opening = {
  title: { zh: '支付通道故障', en: 'Payments fail' },
  impact: 'partial',
  message: { zh: '部分客户付款失败或重复扣款，正在排查。', en: 'Some payments fail. We are looking into it.' },
  words: ['付款', '扣款'],
};

export class IncidentStory {
  readonly server: TestServer;
  readonly cast: Cast;

  constructor(server: TestServer, cast: Cast) {
    this.server = server;
    this.cast = cast;
  }

  async open(who: Member = this.cast.supervisor, more: object = {}): Promise<IncidentDetail> {
    const reply = await who.call('POST', '/incidents', { ...opening, ...more });
    expect(reply.status, reply.text).toBe(201);
    return reply.body as IncidentDetail;
  }

  async register(count: number, more: object = {}): Promise<TicketDetail[]> {
    const body = { playbook: 'resolution-flow', answers: { ...phoneComplaint, ...more } };
    const made = await Promise.all(Array.from({ length: count }, () => this.cast.agent.call('POST', '/tickets', body)));
    for (const reply of made) expect(reply.status, reply.text).toBe(201);
    return made.map((reply) => reply.body as TicketDetail).sort((a, b) => a.id - b.id);
  }

  async link(incident: { id: number }, ids: number[], more: object = {}) {
    const reply = await this.cast.agent.call('POST', `/incidents/${incident.id}/tickets`, { ids, ...more });
    expect(reply.status, reply.text).toBe(200);
    return reply.body as { linked: number; refused: { ticket: string; code: string }[] };
  }

  async read(incident: { id: number }, who: Member = this.cast.agent): Promise<IncidentDetail> {
    const reply = await who.call('GET', `/incidents/${incident.id}`);
    expect(reply.status, reply.text).toBe(200);
    return reply.body as IncidentDetail;
  }

  async say(
    incident: { id: number },
    path: 'updates' | 'close',
    body: object,
    expected = 200,
  ): Promise<IncidentDetail> {
    const { version } = await this.read(incident);
    const reply = await this.cast.supervisor.call('POST', `/incidents/${incident.id}/${path}`, { version, ...body });
    expect(reply.status, reply.text).toBe(expected);
    return reply.body as IncidentDetail;
  }

  update(incident: { id: number }, message: string, more: object = {}): Promise<IncidentDetail> {
    return this.say(incident, 'updates', { phase: 'identified', impact: 'partial', message: { zh: message }, ...more });
  }

  async ticket(id: number): Promise<TicketDetail> {
    return (await this.cast.supervisor.call('GET', `/tickets/${id}`)).body as TicketDetail;
  }

  async act(id: number, who: Member, action: string, body: object): Promise<TicketDetail> {
    const { version } = await this.ticket(id);
    const reply = await who.call('POST', `/tickets/${id}/${action}`, { version, ...body });
    expect(reply.status, reply.text).toBe(200);
    return reply.body as TicketDetail;
  }

  /** Classified and handed to its owner, who has it now. */
  async assign(id: number): Promise<void> {
    const { supervisor, specialist } = this.cast;
    const answers = {
      category: 'system-failure',
      priority: 'urgent',
      'priority-reason': '扣款异常',
      'suggested-department': 'technology',
    };
    await this.act(id, supervisor, 'submit-form', { form: 'classification', answers });
    const order = {
      department: 'technology',
      owner: specialist.id,
      requirement: '查清原因',
      deadline: '2026-03-02T18:00:00+08:00',
    };
    await this.act(id, supervisor, 'submit-form', { form: 'task-order', answers: order });
  }

  async tellAll(): Promise<void> {
    while ((await workTellings(this.server.context.engine)) !== null);
  }

  async sql<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.server.context.pool.query<Row>(text, values)).rows;
  }

  /** How often each ticket's customer has been told something. */
  async told(ids: readonly number[]): Promise<number[]> {
    const rows = await this.sql<{ count: number }>(
      `select (select count(*) from event where ticket_id = id and type = 'customer.informed') as count
       from unnest($1::bigint[]) as id order by id`,
      [ids],
    );
    return rows.map(({ count }) => count);
  }
}
