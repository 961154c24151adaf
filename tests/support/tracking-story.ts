import { expect } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import type { Member } from './cast.ts';

/** Demands under the hand-off playbook, as the tracking table follows them. */

export const demandWords = '退款申请五天没有动静，客服两次说法不同。';

export async function act(who: Member, id: number, action: string, body: object): Promise<TicketDetail> {
  const { version } = (await who.call('GET', `/tickets/${id}`)).body as TicketDetail;
  const reply = await who.call('POST', `/tickets/${id}/${action}`, { version, ...body });
  expect(reply.status, `${action}: ${reply.text}`).toBe(200);
  return reply.body as TicketDetail;
}

export async function demand(agent: Member, contact: string, words = demandWords): Promise<TicketDetail> {
  const answers = {
    'customer-name': '李女士',
    'customer-standing': 'new',
    'customer-level': 'vip',
    'customer-contact': contact,
    channel: 'phone',
    'what-went-wrong': words,
  };
  const made = await agent.call('POST', '/tickets', { playbook: 'handoff', answers });
  expect(made.status, made.text).toBe(201);
  return made.body as TicketDetail;
}

type HandOff = { department: string; owner?: number | undefined; deadline: string };

/** Registered and handed off with a complete template. */
export async function tracked(
  agent: Member,
  contact: string,
  handOff: HandOff,
  words = demandWords,
): Promise<TicketDetail> {
  const { id } = await demand(agent, contact, words);
  return handOffByForm(agent, id, handOff);
}

/** By the template, complete; once more after it was given back. */
export function handOffByForm(agent: Member, id: number, handOff: HandOff): Promise<TicketDetail> {
  const answers = {
    category: 'order-after-sales',
    'scenario-done': '五天前在应用内申请退款',
    'scenario-wrong': '一直显示审核中',
    'core-demands': ['今天内到账'],
    urgency: 'medium',
    'urgency-reason': '客户要向监管反映',
    'preliminary-judgement': '退款单卡在人工审核',
    'promised-already': '无',
    requirement: '查清卡在哪里并完成退款',
    ...handOff,
  };
  return act(agent, id, 'submit-form', { form: 'handoff-template', answers });
}
