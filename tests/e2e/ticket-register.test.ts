import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cast, phoneComplaint } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';
import { axeProblems, desktop, openWindow, phone, register, sidewaysScroll } from './console-shell-browser.ts';
import { openScene } from './scene.ts';
import { choose, shownNumber, stored } from './ticket-browser.ts';

let server: TestServer;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  // The browser's own clock is the real one: moments it offers must lie in the server's past or future too.
  ({ server, cast, browser } = await openScene());
});

describe('registering by phone', () => {
  it('finds the caller and the same matter, and is done from the keyboard', async () => {
    const first = await register(cast, '付款时一直提示系统繁忙，钱扣了两次');
    const { page, errors } = await openWindow(browser, server, 'agent');
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('n');
    const contact = page.getByLabel('联系方式');
    await contact.waitFor();
    await expect.poll(() => contact.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('138-0013-8000');

    // Found by the whole number, however it is written; the record is masked, the name filled in.
    await page.getByText('138****8000').waitFor();
    await expect.poll(() => page.getByLabel('客户姓名').inputValue()).toBe('王小明');
    await page.getByRole('region', { name: '这位客户' }).getByText(first.number).waitFor();

    await page.getByLabel('何时发生').fill('今天上午');
    await page.getByLabel('何处发生').fill('支付页面');
    await page.getByLabel('问题现象').fill('付款时提示系统繁忙，扣了两次钱');
    const alike = page.getByRole('region', { name: '可能是同一件事' });
    await alike.getByText(first.number).waitFor();
    await alike.getByRole('link', { name: '继续这张工单' }).waitFor();
    await page.getByText('还差 1 项：').first().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('请填写「期望结果」').waitFor();
    await page.keyboard.type('退回多扣的钱');
    await page.keyboard.press('Control+Enter');

    const ticket = await stored(cast, await shownNumber(page));
    expect(ticket).toMatchObject({ stage: 'classify', status: 'todo', cycle: 1 });
    expect(ticket.forms[0]?.answers).toMatchObject({
      phenomenon: '付款时提示系统繁忙，扣了两次钱',
      'expected-result': '退回多扣的钱',
      'customer-name': '王小明',
      channel: 'phone',
    });
    expect(ticket.customer.id).toBe((await stored(cast, first.number)).customer.id);
    await page.getByRole('button', { name: '打开工单' }).click();
    await page.getByRole('heading', { level: 1, name: /付款时提示系统繁忙/ }).waitFor();
    expect(errors).toEqual([]);
  });

  it.each([
    ['typed', desktop, '2099-12-30 10:00'],
    ["taken from the phone's own picker", phone, '2099-12-30T10:00'],
  ])('says what is wrong with a receipt still to come, %s', async (_how, viewport, later) => {
    const { page } = await openWindow(browser, server, 'agent', { viewport });
    await page.goto('/register?playbook=resolution-flow');
    const received = page.getByLabel('反馈时间', { exact: true });
    await received.fill(later);
    await page.getByLabel('何时发生').click();
    await page.getByText('「反馈时间」不能晚于现在').waitFor();
    expect(await received.inputValue()).toBe(later);
    await page.context().close();
  });

  it('keeps an answer that is asked for when it is chosen again, and takes back one that is not', async () => {
    const answers = {
      ...{ 'customer-name': '何苗', 'customer-contact': '13600136055', 'customer-standing': 'new', channel: 'phone' },
      ...{ 'customer-type': 'strategic', occurred: '今天', description: '滤芯漏水', expectation: '换一支' },
    };
    expect((await cast.agent.call('POST', '/tickets', { playbook: 'huiyin', answers })).status).toBe(201);
    const { page } = await openWindow(browser, server, 'agent');
    await page.goto('/register?playbook=huiyin');
    await page.getByLabel('联系方式').fill('13600136055');
    const chosen = (name: string) => page.getByRole('radio', { name, exact: true });
    // Known of the customer.
    await expect.poll(() => chosen('战略客户').isChecked()).toBe(true);
    await choose(page, '客户等级', '战略客户');
    expect(await chosen('战略客户').isChecked()).toBe(true);
    await choose(page, '客户等级', '老客户');
    expect(await chosen('老客户').isChecked()).toBe(true);
    await page.getByText(/^补充信息/).click();
    await choose(page, '希望怎样得到答复', '短信');
    expect(await chosen('短信').isChecked()).toBe(true);
    await choose(page, '希望怎样得到答复', '短信');
    expect(await chosen('短信').isChecked()).toBe(false);
  });

  it('keeps what was typed over a reload and through an outage, and registers once', async () => {
    const registered = async () => {
      const { body } = await cast.supervisor.call('GET', '/tickets?limit=100');
      const { items } = body as { items: { customerName: string }[] };
      return items.filter((one) => one.customerName === '刘思雨').length;
    };
    const before = await registered();
    const { page, context } = await openWindow(browser, server, 'agent');
    await page.goto('/register');
    const { phenomenon, ...rest } = phoneComplaint;
    await page.getByLabel('联系方式').fill('139 1234 5678');
    await page.getByLabel('客户姓名').fill('刘思雨');
    await page.getByLabel('问题现象').fill(phenomenon);
    await page.waitForTimeout(600);
    await page.reload();
    await page.getByText(/已恢复.*未提交的内容/).waitFor();
    expect(await page.getByLabel('问题现象').inputValue()).toBe(phenomenon);
    await page.getByLabel('何时发生').fill(rest['occurred-when']);
    await page.getByLabel('何处发生').fill(rest['occurred-where']);
    await page.getByLabel('期望结果').fill(rest['expected-result']);

    // The server does it, but its answer is lost on the way.
    let sent = 0;
    await context.route('**/api/v1/tickets', async (route) => {
      sent += 1;
      if (sent > 1) return route.continue();
      await route.fetch();
      await route.abort();
    });
    // The spinner, which has a name too, may still be shrinking away after the answer.
    const submit = page.getByRole('button', { name: /^(loading )?登记/ }).last();
    await submit.click();
    await page.getByText('没有登记成功，内容都还在').waitFor();
    await submit.click();
    await page.getByText('已登记').first().waitFor();
    expect(await registered()).toBe(before + 1);
    await page.getByRole('button', { name: '再登记一件', exact: true }).click();
    expect(await page.getByLabel('问题现象').inputValue()).toBe('');
  });

  it('asks another playbook’s questions, and why something is urgent', async () => {
    const { page } = await openWindow(browser, server, 'agent');
    await page.goto('/register?playbook=response-toolkit');
    await page.getByLabel('联系方式').fill('zhang@example.com');
    await page.getByLabel('姓名或昵称').fill('张三');
    await choose(page, '需求类型', '投诉');
    await choose(page, '紧急程度', '紧急');
    await page.getByText('服务或产品无法使用，或客户情绪激动须立即安抚').waitFor();
    await page.getByLabel('需求描述').fill('会员被误封，无法登录使用');
    await page.keyboard.press('Control+Enter');
    await page.getByText('请填写「紧急理由」').waitFor();
    await page.getByLabel('紧急理由').fill('无法使用，要求立即处理');
    await page.keyboard.press('Control+Enter');
    expect(await stored(cast, await shownNumber(page))).toMatchObject({
      priority: 'urgent',
      category: 'complaint',
    });
  });

  it('is accessible in both languages and fits a phone', async () => {
    for (const look of [{ language: 'zh' }, { language: 'en', appearance: 'dark', viewport: phone }] as const) {
      const { page } = await openWindow(browser, server, 'agent', look);
      await page.goto('/register');
      await page.getByLabel(look.language === 'zh' ? '问题现象' : 'What happened').waitFor();
      expect(await axeProblems(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
    }
  });
});
