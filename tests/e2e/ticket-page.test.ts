import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cast } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';
import { axeProblems, openWindow, phone, register, sidewaysScroll } from './console-shell-browser.ts';
import { openScene } from './scene.ts';
import { act, choose, quickTime, stored } from './ticket-browser.ts';

let server: TestServer;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  ({ server, cast, browser } = await openScene());
});

/** A ticket that technology has been asked to deal with. */
async function handedOff(text: string): Promise<{ id: number; number: string }> {
  const ticket = await register(cast, text);
  const classification = {
    category: 'system-failure',
    priority: 'normal',
    'priority-reason': '单个客户',
    'suggested-department': 'technology',
  };
  await act(cast, 'supervisor', ticket, 'submit-form', { form: 'classification', answers: classification });
  const deadline = new Date(Date.now() + 5 * 3_600_000).toISOString();
  const order = { department: 'technology', owner: cast.specialist.id, requirement: '查清原因', deadline };
  await act(cast, 'supervisor', ticket, 'submit-form', { form: 'task-order', answers: order });
  return ticket;
}

const analysis = {
  methods: ['data'],
  'root-cause': '规则写错',
  'cause-kind': 'system',
  solution: '改规则并补发',
  eta: new Date(Date.now() + 3_600_000).toISOString(),
  collaboration: 'none',
};
const execution = {
  steps: ['改规则', '补发'],
  'finished-at': new Date().toISOString(),
  verification: ['data'],
  'verification-result': '可以使用',
  verified: true,
};

describe('two people on one ticket', () => {
  it('shows what changed, keeps what was typed, and takes it at the second press', async () => {
    const { id, number } = await register(cast, '登录后一直白屏');
    const { page, context, errors } = await openWindow(browser, server, 'supervisor');
    // No live stream: this window does not hear of the other one.
    await context.route('**/api/v1/live', (route) => route.abort());
    await page.goto(`/tickets/${id}`);
    await choose(page, '问题类别', '系统故障');
    await choose(page, '优先级', '重要');
    await page.getByRole('textbox', { name: '定级理由' }).fill('多人反映');
    await choose(page, '建议处理部门', '技术部');

    await act(cast, 'agent', { id }, 'add-note', { note: '又有两位客户来电' });
    await page.getByRole('button', { name: /^提交并进入/ }).click();
    const notice = page.getByRole('alert').filter({ hasText: '有人先一步更新了工单' });
    await notice.getByText(/陈客服.*写了备注/).waitFor();
    expect(await page.getByRole('textbox', { name: '定级理由' }).inputValue()).toBe('多人反映');
    expect(await stored(cast, number)).toMatchObject({ stage: 'classify' });

    await page.getByRole('button', { name: /^提交并进入/ }).click();
    await page.getByText('已进入环节「任务分派」').waitFor();
    expect(await stored(cast, number)).toMatchObject({ stage: 'assign', priority: 'important' });
    expect(errors).toEqual([]);
  });

  it('brings news in while somebody writes, and a draft back after a reload', async () => {
    const { id } = await handedOff('打开订单页就闪退');
    const { page } = await openWindow(browser, server, 'specialist');
    await page.goto(`/tickets/${id}`);
    await page.getByRole('textbox', { name: '根本原因' }).fill('内存泄漏');
    await page.getByLabel('对客户说的话').fill('正在排查，请稍候');
    await act(cast, 'agent', { id }, 'record-reply', { via: 'phone', message: '今天必须解决' });
    await page.getByText('您填写期间，工单有了新变化').waitFor();
    await page.getByText('今天必须解决').first().waitFor();
    expect(await page.getByRole('textbox', { name: '根本原因' }).inputValue()).toBe('内存泄漏');
    await page.waitForTimeout(600);
    await page.reload();
    await page.getByText(/已恢复.*未提交的内容/).waitFor();
    expect(await page.getByRole('textbox', { name: '根本原因' }).inputValue()).toBe('内存泄漏');
    expect(await page.getByLabel('对客户说的话').inputValue()).toBe('正在排查，请稍候');
  });
});

describe('writing', () => {
  it('keeps words to the customer and notes apart', async () => {
    const { id } = await register(cast, '发票一直没有收到');
    const { page } = await openWindow(browser, server, 'agent');
    await page.goto(`/tickets/${id}`);
    await page.getByLabel('对客户说的话').fill('发票明天补寄');
    await page.getByText('内部备注', { exact: true }).first().click();
    await page.getByText('只有内部同事能看到').waitFor();
    await page.getByLabel('备注内容').fill('财务那边漏开了');
    await page.keyboard.press('Control+Enter');
    await page.getByText('备注已保存').waitFor();
    await page.getByText('内部备注 · 客户不可见').waitFor();
    await page.getByRole('radio', { name: '告知客户' }).check({ force: true });
    expect(await page.getByLabel('对客户说的话').inputValue()).toBe('发票明天补寄');
    await page.getByLabel('对客户说的话').press('Control+Enter');
    await page.getByText('已记录，并告知客户').waitFor();
    const { body } = await cast.agent.call('GET', `/tickets/${id}/timeline`);
    const said = (body as { items: { type: string; text: unknown }[] }).items.slice(-2);
    expect(said).toMatchObject([
      { type: 'note.added', text: { note: '财务那边漏开了' } },
      { type: 'customer.informed', text: { message: '发票明天补寄' } },
    ]);
  });
});

describe('a dialog', () => {
  it('begins in its first field, shows what is missing, and gives the focus back to what opened it', async () => {
    const { id } = await register(cast, '订单状态不更新');
    const { page, errors } = await openWindow(browser, server, 'supervisor', { hasMotion: true });
    await page.goto(`/tickets/${id}`);
    const more = page.getByRole('toolbar').getByRole('button', { name: '更多操作' });
    const focused = page.locator(':focus');
    await more.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: '撤销工单' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: '撤销工单' });
    await dialog.waitFor();
    await expect.poll(() => focused.getAttribute('value')).toBe('duplicate');
    await page.keyboard.press('Control+Enter');
    await dialog.getByText('请选择「撤销原因」').waitFor();
    await page.keyboard.press('ArrowRight');
    expect(await dialog.getByRole('radio', { name: '客户撤回' }).isChecked()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => more.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(errors).toEqual([]);
  });
});

describe('promises', () => {
  it('explain themselves, and are extended only after the customer was told', async () => {
    const { id } = await handedOff('页面加载很慢');
    const { page } = await openWindow(browser, server, 'specialist');
    await page.goto(`/tickets/${id}`);
    await page.getByRole('button', { name: '为什么是这个时间：解决并反馈' }).click();
    const drawer = page.getByRole('dialog', { name: '为什么是这个时间' });
    await drawer.getByText('72 小时').waitFor();
    await drawer.getByText('优先级「一般」下的要求，按自然时间计算').waitFor();
    await drawer.getByRole('button').first().click();

    const more = page.getByRole('toolbar').getByRole('button', { name: '更多操作' });
    await more.click();
    const menu = page.getByRole('menu');
    await menu.getByRole('menuitem', { name: /^延期.*告知客户/ }).waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('combobox', { name: '这次是' }).click();
    await page.getByTitle('延期说明').click();
    await page.getByLabel('对客户说的话').fill('问题比预想复杂，需要多一天');
    await page.getByLabel('对客户说的话').press('Control+Enter');
    await page.getByText('已记录，并告知客户').waitFor();
    await more.click();
    await menu.getByRole('menuitem', { name: '延期' }).click();
    const dialog = page.getByRole('dialog', { name: '延期' });
    await dialog.getByRole('textbox', { name: '新的截止时间' }).fill('2030-01-02 18:00');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('延期原因').fill('等第三方修复');
    await dialog.getByRole('button', { name: '延期' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('截止 2030年1月2日 18:00').waitFor();
  });

  it('are held while the customer is waited for', async () => {
    const { id, number } = await handedOff('收不到验证码');
    const { page } = await openWindow(browser, server, 'specialist');
    await page.goto(`/tickets/${id}`);
    await page.getByRole('toolbar').getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '开始等待' }).click();
    const dialog = page.getByRole('dialog', { name: '开始等待' });
    await choose(dialog, '等待谁', '客户');
    await dialog.getByLabel('等什么').fill('等客户提供截图');
    await quickTime(dialog, '预计等到', '4 小时后');
    await dialog.getByRole('button', { name: '开始等待' }).click();
    await page.getByRole('region', { name: '时限' }).getByText('已暂停').waitFor();
    expect(await stored(cast, number)).toMatchObject({ wait: { for: 'customer' } });
    await page.getByRole('toolbar').getByRole('button', { name: '结束等待' }).click();
    await page.getByText('已完成：结束等待').waitFor();
    expect((await stored(cast, number)).wait).toBeNull();
  });
});

describe('the page', () => {
  it('is accessible in both languages and themes, and fits a phone', async () => {
    const { id } = await handedOff('退款三天没有到账');
    const wide = await openWindow(browser, server, 'specialist');
    await wide.page.goto(`/tickets/${id}`);
    await wide.page.getByText('单个客户').first().waitFor();
    expect(await axeProblems(wide.page)).toEqual([]);

    const { page } = await openWindow(browser, server, 'specialist', {
      language: 'en',
      appearance: 'dark',
      viewport: phone,
    });
    await page.goto(`/tickets/${id}`);
    const parts = page.getByRole('radiogroup', { name: 'Parts of the ticket' });
    for (const part of ['Work', 'Talk', 'Clocks', 'About']) {
      await parts.getByText(part, { exact: true }).click();
      expect(await axeProblems(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
    }
    expect(new URL(page.url()).search).toBe('?tab=about');
  });

  it('opens the part of a phone’s page in which the customer is told', async () => {
    const ticket = await handedOff('优惠券用不了');
    await act(cast, 'specialist', ticket, 'accept', { plan: '先查规则' });
    await act(cast, 'specialist', ticket, 'submit-form', { form: 'analysis-report', answers: analysis });
    await act(cast, 'specialist', ticket, 'submit-form', { form: 'execution-record', answers: execution });
    const { page } = await openWindow(browser, server, 'agent', { viewport: phone });
    await page.goto(`/tickets/${ticket.id}`);
    await page.getByRole('button', { name: '去告知结果' }).click();
    const words = page.getByLabel('对客户说的话');
    await expect.poll(() => words.evaluate((area) => area === document.activeElement)).toBe(true);
    // Once the customer is told, the page is back at what is to be done.
    await page.keyboard.type('已补发');
    await page.getByRole('form', { name: '告知客户' }).getByRole('button', { name: '告知客户' }).click();
    await page.getByRole('form', { name: '客户满意度回访记录' }).waitFor();
    // Coming to that part by oneself does not take the cursor.
    await page.getByRole('radiogroup', { name: '工单各部分' }).getByText('沟通', { exact: true }).click();
    await words.waitFor();
    expect(await words.evaluate((area) => area === document.activeElement)).toBe(false);
  });
});
