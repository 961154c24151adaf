import { beforeAll, describe, expect, it } from 'vitest';
import { password } from '../support/cast.ts';
import type { Said } from './playbook-form.ts';
import { Journey } from './playbook-journey.ts';
import { openScene, type Scene } from './scene.ts';

/** The playbooks in which departments work together, each from the first contact to the archive. */

let scene: Scene;

beforeAll(async () => {
  scene = await openScene({ playbook: 'huiyin' });
  const roles = ['specialist'];
  const body = { name: '何产品', login: 'product', password, roles, departments: ['product'], supervisor: null };
  const made = await scene.cast.admin.call('POST', '/staff', body);
  expect(made.status, made.text).toBe(201);
});

const caller = { 'customer-name': '王小明', 'customer-contact': '13800138000', channel: 'phone' };
const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();

describe('a demand handed to a department', () => {
  it('is given back for a missing field, handed off again, delivered and called back', async () => {
    const journey = new Journey(scene, 'handoff');
    await journey.register({
      ...caller,
      'customer-standing': 'new',
      'customer-level': 'vip',
      'what-went-wrong': '导出功能点了没有反应',
    });
    const template: Said = {
      category: 'product-feature',
      'scenario-done': '在报表页点导出',
      'scenario-wrong': '没有任何反应',
      'core-demands': ['能导出', '说明原因'],
      urgency: 'medium',
      'urgency-reason': '影响月结',
      'preliminary-judgement': '新版本后出现',
      'promised-already': '无',
      department: 'product',
      requirement: '查清原因并修复',
      deadline: '4 小时后',
    };
    await journey.submit('agent', 'handoff-template', template, 'respond');

    const product = await journey.page('product');
    await product.getByRole('toolbar').getByRole('button', { name: '退回' }).click();
    const dialog = product.getByRole('dialog', { name: '退回' });
    await dialog.getByText('信息缺失', { exact: true }).click();
    await dialog.getByLabel('场景：客户做了什么').check();
    await dialog.getByLabel('说明').fill('请写清用的什么浏览器');
    await dialog.getByRole('button', { name: '退回' }).click();
    await expect.poll(async () => (await journey.stored()).stage).toBe('hand-off');

    await journey.submit(
      'agent',
      'handoff-template',
      { 'scenario-done': '用新版浏览器在报表页点导出', deadline: '4 小时后' },
      'respond',
    );
    await journey.accept('product');
    await journey.submit('product', 'handling', { actions: ['修复导出'], cause: '脚本被拦截' }, 'deliver');
    await journey.submit(
      'product',
      'result-packet',
      { solution: '已修复，可以导出', confirmation: 'not-asked', 'is-verified': true },
      'confirm',
    );
    await journey.tell('agent', '导出已经恢复');
    await journey.submit('agent', 'callback', { 'told-via': 'phone', rating: 'satisfied' }, 'archive');
    await journey.submit('agent', 'archive', { 'is-complete': true, 'handoff-quality': 'field-missing' }, 'closed');
    await journey.isArchived(['intake', 'handoff-template', 'result-packet', 'callback']);
    expect(
      (await journey.stored()).clocks.filter(({ clock }) => clock === 'response').map(({ status }) => status),
    ).toEqual(['cancelled', 'met']);
  });
});

describe('an event that several parties settle', () => {
  it('is judged, coordinated by letter, agreed on by all, carried out and fed back', async () => {
    const journey = new Journey(scene, 'coordination');
    await journey.register({
      ...caller,
      description: '新装设备两天不能用，两个部门互相推',
      demand: '48 小时内修好并书面致歉',
      'tried-already': '电话指导过一次',
    });
    await journey.submit(
      'agent',
      'judgement',
      {
        situation: 'cross-department',
        nature: 'process-gap',
        urgency: 'urgent',
        'urgency-reason': '客户无法使用',
        'core-demand': '48 小时内修好',
        'is-coordinated': 'needed',
      },
      'name-parties',
    );
    await journey.submit(
      'agent',
      'parties-and-channel',
      {
        department: 'technical-support',
        requirement: '查清原因并上门',
        'wanted-by': '4 小时后',
        ways: ['phone', 'letter'],
        weight: 'urgent-or-complex',
        'is-phoned-and-messaged': true,
        'is-everybody-told': true,
      },
      'start',
    );
    await journey.together('agent', 'send-letter', {
      party: 'department:technical-support',
      demand: '请派人上门检测',
      wantedBy: inHours(4),
    });
    const contact = await journey.page('contact');
    await contact.getByText('请派人上门检测').first().waitFor();
    await journey.together('contact', 'answer-letter', { letter: 1, answer: 'accepted', note: '可以派人' });
    // Whoever submits before the answer has come to the page is told that the ticket has changed.
    await (await journey.page('agent')).getByText('可以派人').first().waitFor();
    await journey.submit(
      'agent',
      'coordination-outcome',
      { outcome: '技术支持明天上门', expected: '2 小时后', 'is-customer-told': true },
      'agree',
    );
    await journey.together('agent', 'circulate-solution', {
      summary: '更换部件并书面致歉',
      items: [{ what: '上门更换', how: '带备件', who: 'department:technical-support', when: inHours(3) }],
    });
    await journey.together('agent', 'answer-solution', {
      round: 1,
      party: 'customer',
      answer: 'confirmed',
      via: 'phone',
    });
    await journey.together('contact', 'answer-solution', {
      round: 1,
      party: 'department:technical-support',
      answer: 'confirmed',
    });
    expect((await journey.stored()).stage).toBe('carry-out');
    await journey.together('contact', 'finish-task', { task: 1, result: '已更换' });
    await journey.submit(
      'agent',
      'execution',
      { steps: ['上门更换部件'], result: '恢复正常', 'is-verified': true },
      'feed-back',
    );
    await journey.tell('agent', '设备已恢复，致歉信已寄出');
    await journey.submit('agent', 'callback', { rating: 'satisfied' }, 'close');
    await journey.submit('agent', 'closing', { 'is-complete': true, kind: 'simple' }, 'closed');
    await journey.isArchived([
      'background',
      'judgement',
      'parties-and-channel',
      'coordination-outcome',
      'execution',
      'callback',
    ]);
  });
});

describe('feedback that business staff see through', () => {
  it('is agreed on with the customer, verified by the interface and called back', async () => {
    const journey = new Journey(scene, 'quick-response');
    await journey.register({
      ...caller,
      'customer-type': 'strategic',
      description: '系统上午打不开',
      'core-demand': '尽快恢复',
    });
    await journey.submit(
      'agent',
      'classification',
      { category: 'problem', priority: 'urgent', 'priority-reason': '客户停工' },
      'coordinate',
    );
    await journey.submit(
      'agent',
      'push',
      { department: 'technology', 'core-problem': '登录不可用', 'wanted-by': '4 小时后' },
      'solve',
    );
    await journey.accept('specialist');
    await journey.submit(
      'specialist',
      'solution',
      { cause: '证书过期', solution: '更新证书', expected: '2 小时后' },
      'agree',
    );
    await journey.together('agent', 'circulate-solution', {
      summary: '证书过期，两小时内更新',
      items: [{ what: '更新证书', who: 'customer' }],
    });
    await journey.together('agent', 'answer-solution', {
      round: 1,
      party: 'customer',
      answer: 'objected',
      via: 'phone',
      note: '太久',
    });
    expect((await journey.stored()).stage).toBe('solve');
    await journey.submit('specialist', 'solution', { solution: '一小时内更新证书', expected: '2 小时后' }, 'agree');
    await journey.together('agent', 'circulate-solution', {
      summary: '一小时内更新',
      items: [{ what: '更新证书', who: 'customer' }],
    });
    await journey.together('agent', 'answer-solution', {
      round: 2,
      party: 'customer',
      answer: 'confirmed',
      via: 'phone',
    });
    await journey.submit('specialist', 'execution', { steps: ['更新证书'] }, 'verify');
    await journey.submit('agent', 'verification', { how: '客户处试登录', 'is-verified': true }, 'call-back');
    await journey.tell('agent', '已经恢复');
    await journey.submit('agent', 'callback', { 'is-solved': 'solved', rating: 'satisfied' }, 'archive');
    await journey.submit('agent', 'archive', { 'is-complete': true }, 'closed');
    await journey.isArchived(['record', 'push', 'solution', 'execution', 'verification', 'callback']);
  });
});

describe('a demand under the recommended playbook', () => {
  it('passes every step that it needs, through a dissatisfied customer, to the archive', async () => {
    const journey = new Journey(scene, 'huiyin');
    await journey.register({
      ...caller,
      'customer-standing': 'new',
      'customer-type': 'existing',
      occurred: '今天早上，首页',
      description: '登录后一直转圈',
      expectation: '能正常登录',
    });
    const handled = async (summary: string, deadline: string) => {
      await journey.submit(
        'agent',
        'handoff-template',
        {
          category: 'consultation',
          priority: 'important',
          'priority-reason': '影响使用',
          scenario: '打开应用登录，一直转圈',
          'core-demands': ['恢复登录'],
          'preliminary-judgement': '服务异常',
          'promised-already': '无',
          department: 'technology',
          requirement: '恢复登录',
          deadline,
        },
        'respond',
      );
      await journey.accept('specialist');
      await journey.submit(
        'specialist',
        'analysis',
        {
          'root-cause': '缓存失效',
          'cause-kind': 'system',
          solution: '清理缓存',
          expected: '2 小时后',
          collaboration: 'none',
        },
        'carry-out',
      );
      await journey.submit('specialist', 'execution', { steps: ['清理缓存'], result: summary }, 'verify');
      await journey.submit('agent', 'verification', { how: '试登录', 'is-verified': true }, 'confirm');
      await journey.tell('agent', summary);
    };
    await handled('登录已恢复', '4 小时后');
    await journey.submit(
      'agent',
      'callback',
      { 'is-solved': 'unsolved', rating: 'dissatisfied', remark: '又转圈了' },
      'hand-off',
    );
    expect(await journey.stored()).toMatchObject({ cycle: 2, escalation: 1 });
    await handled('彻底恢复', '4 小时后');
    await journey.submit('agent', 'callback', { 'is-solved': 'solved', rating: 'satisfied' }, 'archive');
    await journey.submit(
      'agent',
      'archive',
      { 'is-complete': true, 'handoff-quality': 'accurate', review: 'none' },
      'closed',
    );
    await journey.isArchived(['registration', 'handoff-template', 'analysis', 'execution', 'verification', 'callback']);
  });
});
