import { beforeAll, describe, expect, it } from 'vitest';
import type { ReviewView } from '../../src/contract/review.ts';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { type Cast, castOf } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { act, register } from './outputs-story.ts';
import { unzip } from './outputs-unzip.ts';

const intake = {
  'customer-name': '李女士',
  'customer-standing': 'new',
  'customer-level': 'vip',
  'customer-contact': '13800138001',
  channel: 'phone',
  'what-went-wrong': '退款五天没有动静',
};
const template = {
  category: 'product-feature',
  'scenario-done': '申请退款',
  'scenario-wrong': '一直审核中',
  'core-demands': ['今天到账'],
  urgency: 'medium',
  'urgency-reason': '客户催',
  'preliminary-judgement': '卡在审核',
  'promised-already': '无',
  department: 'product',
  requirement: '查清并退款',
  deadline: '2026-03-03T18:00:00+08:00',
};

describe('the review of a period', () => {
  let server: TestServer;
  let cast: Cast;

  const handedOff = async (): Promise<TicketDetail> => {
    const ticket = await register(cast.agent, 'handoff', intake);
    return act(cast.agent, ticket, 'submit-form', { form: 'handoff-template', answers: template });
  };
  const review = async (query: string): Promise<ReviewView> => {
    const reply = await cast.supervisor.call('GET', `/reviews?${query}`);
    expect(reply.status, reply.text).toBe(200);
    return reply.body as ReviewView;
  };

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server, 'handoff');
    await act(cast.supervisor, await handedOff(), 'bounce', {
      reason: 'missing-field',
      fields: ['scenario-done'],
      note: '写清步骤',
    });
    await act(cast.supervisor, await handedOff(), 'accept', {});
    server.clock.advance(24 * 3_600_000);
    await handedOff();
  });

  it('counts the days asked for beside as many days before', async () => {
    const first = await review('from=2026-03-02&to=2026-03-02&playbook=handoff');
    expect(first.figures).toMatchObject({ tickets: 2, handOffs: { made: 2, accepted: 1, bounced: 1 } });
    expect(first.figures.handOffs.byField).toEqual([{ playbook: 'handoff', field: 'scenario-done', count: 1 }]);
    expect(first.appraisal.agents).toMatchObject([{ staff: cast.agent.id, made: 2, accuracy: 50, isBelow: true }]);
    const second = await review('from=2026-03-03&to=2026-03-03');
    expect(second.surges).toMatchObject([{ category: 'product-feature', count: 1, before: 2, change: -50 }]);
  });

  it('makes training material: how to fill in, what is urgent, whose is what, the standards, the cases', async () => {
    const query = 'from=2026-03-01&to=2026-03-31';
    const path = (lang: string) => `${server.url}/api/v1/reviews/training.docx?${query}&playbook=handoff&lang=${lang}`;
    const words = async (lang: string) => {
      const reply = await fetch(path(lang), { headers: { cookie: cast.supervisor.cookie } });
      expect(reply.status).toBe(200);
      const xml = unzip(Buffer.from(await reply.arrayBuffer()), 'word/document.xml');
      return xml.replace(/<\/w:tc>/g, '|').replace(/<[^>]+>/g, '');
    };
    const said = await words('zh');
    for (const part of [
      '怎样填《需求传递单》',
      '场景：客户做了什么|必填',
      '高风险投诉',
      '产品功能|',
      '产品部',
      '响应|',
      '30 分钟|24 小时|24 小时',
    ])
      expect(said).toContain(part);
    expect(await words('en')).toContain('30 min|24 h|24 h');
    expect((await cast.agent.call('GET', `/reviews/training.docx?${query}&playbook=handoff`)).status).toBe(403);
    expect((await cast.supervisor.call('GET', `/reviews/training.docx?${query}`)).status).toBe(400);
  });

  it('is for those who answer for the work, and names what is wrong with the question', async () => {
    const query = '/reviews?from=2026-03-02&to=2026-03-02';
    expect((await cast.agent.call('GET', query)).status).toBe(403);
    expect((await cast.manager.call('GET', query)).status).toBe(200);
    const inverted = await cast.supervisor.call('GET', '/reviews?from=2026-03-03&to=2026-03-02');
    expect(inverted.body).toMatchObject({ code: 'output.period-inverted', field: 'from' });
    const long = await cast.supervisor.call('GET', '/reviews?from=2024-01-01&to=2026-03-02');
    expect(long.body).toMatchObject({ code: 'review.period-too-long', field: 'to' });
    expect((await cast.supervisor.call('GET', `${query}&playbook=nothing`)).status).toBe(422);
  });
});
