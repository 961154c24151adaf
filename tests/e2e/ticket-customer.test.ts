import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cast, phoneComplaint } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';
import { axeProblems, openWindow, register } from './console-shell-browser.ts';
import { openScene } from './scene.ts';
import { act, stored } from './ticket-browser.ts';

let server: TestServer;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  ({ server, cast, browser } = await openScene());
});

describe('a customer', () => {
  it('is masked until a reason is given, and can be corrected', async () => {
    const { number } = await register(cast, '净化器不转了');
    const { customer } = await stored(cast, number);
    const { page } = await openWindow(browser, server, 'agent');
    await page.goto(`/customers/${customer.id}`);
    await page.getByText('138****8000').waitFor();
    await page.getByRole('button', { name: '查看完整信息' }).click();
    const asking = page.getByRole('dialog', { name: '查看完整客户信息' });
    await asking.getByRole('button', { name: '查看', exact: true }).click();
    await page.getByText('请写明查看原因').waitFor();
    await asking.getByRole('button', { name: '回访客户' }).click();
    await page.getByText('138 0013 8000').waitFor();
    await page.getByRole('button', { name: '重新隐藏' }).click();
    await page.getByText('138****8000').waitFor();

    await page.getByRole('button', { name: '修改资料' }).click();
    const editing = page.getByRole('dialog', { name: '修改客户资料' });
    await editing.getByLabel('姓名或称呼').fill('王晓明');
    await editing.getByLabel('备注').fill('偏好下午联系');
    expect(await axeProblems(page)).toEqual([]);
    await editing.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { level: 1, name: '王晓明' }).waitFor();
    await page.getByText('偏好下午联系').waitFor();
    const { body } = await cast.agent.call('GET', `/customers/${customer.id}`);
    expect(body).toMatchObject({ name: '王晓明', note: '偏好下午联系', contact: '138****8000' });
  });

  it('whose number comes only later has it in their record by one press, and is found by it', async () => {
    const answers = { ...phoneComplaint, 'customer-name': '孙倩', 'customer-contact': '13700137021' };
    const enter = async (more: object) => {
      const body = { playbook: 'resolution-flow', answers: { ...answers, ...more } };
      return (await cast.agent.call('POST', '/tickets', body)).body as { id: number; customer: { id: number } };
    };
    const first = await enter({});
    const second = await enter({ 'customer-number': 'VIP-7021' });
    expect(second.customer.id).toBe(first.customer.id);
    const find = async () => (await cast.agent.call('GET', '/customers?contact=VIP-7021')).body as { items: object[] };
    expect((await find()).items).toEqual([]);

    const { page } = await openWindow(browser, server, 'agent');
    await page.goto(`/tickets/${second.id}`);
    await page.getByText('表单里的客户编号 VIP-7021 还没有记入档案').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '记入档案' }).click();
    await page.getByText('已记入客户档案').waitFor();
    await page.getByText('客户编号 VIP-7021', { exact: true }).waitFor();
    await page.getByRole('button', { name: '记入档案' }).waitFor({ state: 'detached' });
    expect((await find()).items).toMatchObject([{ id: first.customer.id, number: 'VIP-7021' }]);
  });

  it('is erased only in full knowledge, and then from every page', async () => {
    const { id, number } = await register(cast, '请删除我的全部信息，包括这句话');
    await act(cast, 'agent', { id }, 'inform-customer', {
      kind: 'response',
      via: 'phone',
      message: '好的，马上为您处理',
    });
    const { customer } = await stored(cast, number);
    const { page } = await openWindow(browser, server, 'supervisor');
    await page.goto(`/customers/${customer.id}`);
    await page.getByRole('button', { name: '删除客户信息…' }).click();
    const dialog = page.getByRole('dialog', { name: '永久删除客户信息' });
    await dialog.getByText(/任何人都无法撤销/).waitFor();
    const destroy = dialog.getByRole('button', { name: '销毁密钥并永久删除' });
    await dialog.getByLabel('删除原因').fill('客户书面要求');
    expect(await destroy.isDisabled()).toBe(true);
    await dialog.getByLabel(/请输入“永久删除”确认/).fill('永久删除');
    await destroy.click();
    await page.getByRole('heading', { level: 1, name: '客户信息已删除' }).waitFor();
    await page.goto(`/tickets/${id}`);
    await page.getByText('内容已随客户信息删除').first().waitFor();
    expect(await page.getByText('包括这句话').count()).toBe(0);
    expect(await page.getByText('马上为您处理').count()).toBe(0);
    expect(await axeProblems(page)).toEqual([]);
  });
});
