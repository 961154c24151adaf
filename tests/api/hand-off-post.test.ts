import { beforeAll, describe, expect, it } from 'vitest';
import type { PaperView } from '../../src/contract/output.ts';
import { type Cast, castOf } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { act, demand, handOffByForm, tracked } from '../support/tracking-story.ts';

describe('a hand-off for the departments’ group chat', () => {
  let server: TestServer;
  let cast: Cast;
  const inTen = () => new Date(server.clock.now() + 36_000_000).toISOString();
  const post = async (id: number, query = '') => {
    const reply = await cast.agent.call('GET', `/tickets/${id}/papers/hand-off${query}`);
    expect(reply.status, reply.text).toBe(200);
    return (reply.body as PaperView).post ?? expect.fail('no post');
  };

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server, 'handoff');
  });

  it('is in the form of the template, to the owner, with the customer masked', async () => {
    const handOff = { department: 'technology', owner: cast.specialist.id, deadline: inTen() };
    const { id, number } = await tracked(cast.agent, '13800000777', handOff);
    const said = await post(id);
    expect(said.split('\n').slice(0, 3)).toEqual([
      `【需求传递】${number}（中）`,
      '@李工 技术部',
      '客户：李女士 · VIP 客户 · 138****0777',
    ]);
    for (const words of [
      '核心诉求：\n1. 今天内到账',
      '紧急理由：客户要向监管反映',
      '已向客户承诺：无',
      '希望完成时间：',
    ])
      expect(said).toContain(words);
    expect(await post(id, '?reveal=核对电话')).not.toContain('13800000777');
    expect(await post(id, '?lang=en')).toContain(`[Hand-off] ${number} (Medium)`);
  });

  it('masks the contact also where somebody wrote it into the words', async () => {
    const handOff = {
      department: 'technology',
      deadline: inTen(),
      'scenario-wrong': '一直显示审核中，请打 138-0000 0776 或 LI@example.com',
      'core-demands': ['回电13800000776'],
    };
    const { id } = await tracked(cast.agent, '138 0000 0776；li@example.com', handOff);
    const said = await post(id);
    expect(said).toContain('一直显示审核中，请打 138****0776 或 l***@example.com');
    expect(said).toContain('1. 回电138****0776');
    expect(said).not.toMatch(/138[- ]?0000/);
  });

  it.each([
    ['full width', '13800000781', '请打１３８００００0781', '请打138****0781'],
    [
      'dashes of all kinds, dots, slashes',
      '13800000782',
      '138–0000–0782、138·0000·0782、138/0000/0782',
      '138****0782、138****0782、138****0782',
    ],
    ['invisible signs', '13800000783', '请打138\u200b00000783', '请打138****0783'],
    ['spelled out', '13800000784', '电话一三八零零零零零七八四', '电话一****四'],
    ['without its area', '0755-88880785', '座机88880785', '座机****85'],
    ['without its extension', '0755-88880786转12', '座机0755-88880786', '座机0755-****0786'],
    ['beside other words in the profile', '李女士 13800000787', '请打13800000787', '请打138****0787'],
    ['another phone of theirs', '13800000788', '也可打13911112222', '也可打139****2222'],
    ['another address of theirs', '13800000789', '或写信给 li.na@example.com', '或写信给 l***@example.com'],
    ['an account', '微信号 lihua_7790', '加她微信 lihua_7790', '加她微信 l****0'],
    ['an identity card', '13800000791', '身份证11010519491231002X', '身份证1****x'],
  ])('masks how to reach the customer in any spelling: %s', async (_how, contact, words, masked) => {
    const { id } = await tracked(cast.agent, contact, {
      department: 'technology',
      deadline: inTen(),
      'scenario-wrong': words,
    } as Parameters<typeof tracked>[2]);
    const said = await post(id);
    const line = said.split('\n').find((one) => one.startsWith('场景：出了什么问题')) ?? expect.fail(said);
    expect(line).toBe(`场景：出了什么问题：${masked}`);
  });

  it('masks a number or a name of the customer that is a way to reach them, and leaves order numbers alone', async () => {
    const answers = {
      'customer-name': '13800000792',
      'customer-number': '13900000792',
      'customer-standing': 'known',
      'customer-level': 'vip',
      'customer-contact': 'li792@example.com',
      channel: 'phone',
      'what-went-wrong': '没有到账',
    };
    const made = await cast.agent.call('POST', '/tickets', { playbook: 'handoff', answers });
    expect(made.status, made.text).toBe(201);
    const { id } = made.body as { id: number };
    const order = {
      department: 'technology',
      deadline: inTen(),
      'scenario-wrong': '订单 202603010001234，客户号139 0000 0792',
    };
    await handOffByForm(cast.agent, id, order as Parameters<typeof handOffByForm>[2]);
    const said = await post(id);
    expect(said).not.toMatch(/13[89] ?0000 ?0792/);
    expect(said).toContain('订单 202603010001234，客户号139****0792');
  });

  it('names the contact while nobody owns it, and is there only once it was handed off', async () => {
    const contact = { code: 'technology', name: { zh: '技术部', en: 'Technology' }, contact: cast.contact.id };
    const saved = await cast.admin.call('POST', '/departments', contact);
    expect(saved.status, saved.text).toBeLessThan(300);
    const { id } = await tracked(cast.agent, '13800000778', { department: 'technology', deadline: inTen() });
    expect(await post(id)).toContain('@赵联系 技术部');
    await act(cast.contact, id, 'bounce', { reason: 'other', fields: [], note: '请写清' });
    expect((await cast.agent.call('GET', `/tickets/${id}/papers/hand-off`)).body).toMatchObject({
      code: 'paper.unknown',
    });
    const { id: fresh } = await demand(cast.agent, '13800000779');
    expect((await cast.agent.call('GET', `/tickets/${fresh}/papers/hand-off`)).status).toBe(404);
    expect((await cast.logistics.call('GET', `/tickets/${fresh}/papers/hand-off`)).status).toBe(404);
  });
});
