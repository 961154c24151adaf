import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import type { Cast } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';
import { axeProblems, openWindow, phone, sidewaysScroll } from './console-shell-browser.ts';
import { openScene } from './scene.ts';

const story = '预约的安装师傅一直没有来，也没有人联系我。';

describe('a customer on the public page', () => {
  let server: TestServer;
  let cast: Cast;
  let browser: Browser;
  let page: Page;
  let number = '';

  beforeAll(async () => {
    ({ server, cast, browser } = await openScene({ playbook: 'response-toolkit' }));
    ({ page } = await openWindow(browser, server, null, { viewport: phone }));
  });

  const stored = async () => (await cast.agent.call('GET', `/tickets/by-number/${number}`)).body as TicketDetail;
  const act = async (action: string, body: object) => {
    const { id, version } = await stored();
    const reply = await cast.agent.call('POST', `/tickets/${id}/${action}`, { version, ...body });
    expect(reply.status, reply.text).toBe(200);
  };
  const handle = async (message: string) => {
    const answers = { category: 'complaint', priority: 'normal', department: 'customer-service', owner: cast.agent.id };
    await act('submit-form', { form: 'assignment', answers });
    await act('submit-form', {
      form: 'handling',
      answers: { actions: ['联系师傅'], solution: message, outcome: 'solved' },
    });
    await act('inform-customer', { kind: 'result', via: 'portal', message });
  };

  it('is told what is missing, then gets a number', async () => {
    await page.goto('/portal');
    await page.getByRole('heading', { level: 1, name: '有什么可以帮您？' }).waitFor();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText('还有 4 处需要填写或更正').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByLabel('投诉').check();
    await page.getByLabel('请描述具体情况').fill(story);
    await page.getByLabel('怎么称呼您').fill('林女士');
    await page.getByLabel('联系方式').fill('139-0000-1234');
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole('button', { name: '提交', exact: true }).click();
    number = (await page.getByTestId('number').textContent())?.trim() ?? '';
    expect(number).toMatch(/^NR\d{11}$/);
    expect(await stored()).toMatchObject({ channel: 'online', stage: 'assign', subject: story });
  });

  it('follows it, writes and asks where it stands, and never sees a note', async () => {
    await page.getByRole('button', { name: '查看进度' }).click();
    await page.getByRole('heading', { level: 1, name: '我们已收到，正在安排人员处理' }).waitFor();
    await page.getByRole('button', { name: '催办' }).click();
    await page.getByText(/已提醒处理人员，最迟 .* 给您答复/).waitFor();
    await page.getByLabel('补充信息或留言').fill('明天四点以后在家');
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('listitem').filter({ hasText: '明天四点以后在家' }).waitFor();
    await act('add-note', { note: '客户很急，不要外传' });
    await page.reload();
    await page.getByRole('listitem').filter({ hasText: '明天四点以后在家' }).waitFor();
    expect(await page.getByText('不要外传').count()).toBe(0);
    expect(await axeProblems(page)).toEqual([]);
  });

  it('whoever takes it up finds the chase in the inbox, with its time, and reads it by opening it', async () => {
    const staff = await openWindow(browser, server, 'agent');
    await staff.page.goto('/notices?topic=customers');
    const group = staff.page.getByRole('region', { name: new RegExp(number) });
    await group.getByText('客户催办').waitFor();
    await group.getByText(/\d{2}:\d{2} 前/).waitFor();
    expect(await axeProblems(staff.page)).toEqual([]);
    await group.getByText('客户催办').click();
    await staff.page.waitForURL(/\/tickets\/\d+/);
    await staff.page.getByRole('button', { name: '通知，没有未读' }).waitFor();
    await staff.page.goto('/notices?show=unread');
    await staff.page.getByText('没有这样的通知').waitFor();
    expect(staff.errors).toEqual([]);
    // A new chase arrives while the inbox stands open.
    await act('inform-customer', { kind: 'progress', via: 'portal', message: '师傅已联系' });
    await page.getByRole('button', { name: '刷新' }).click();
    await page.getByRole('button', { name: '催办' }).click();
    await staff.page
      .getByRole('region', { name: new RegExp(number) })
      .getByText('客户催办')
      .waitFor();
  });

  it('is dissatisfied, and it starts again one level higher', async () => {
    await handle('安装已经完成');
    await page.getByRole('button', { name: '刷新' }).click();
    await page.getByRole('radio', { name: '不满意' }).first().check();
    await page.getByText('由上一级负责人跟进').waitFor();
    await page.getByLabel('哪里没有解决好').fill('少了一个零件');
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByRole('heading', { name: '抱歉没有让您满意，我们重新来' }).waitFor();
    expect(await stored()).toMatchObject({ cycle: 2, escalation: 1, stage: 'assign' });
  });

  it('is satisfied the second time, and thanked', async () => {
    await handle('零件已补装');
    await page.getByRole('button', { name: '刷新' }).click();
    await page.getByRole('radio', { name: '满意', exact: true }).first().check();
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByRole('heading', { name: '谢谢您的评价' }).waitFor();
    expect(await stored()).toMatchObject({ rating: 'satisfied', isSatisfied: true });
  });

  it('leaves nothing behind but the language', async () => {
    await page.getByRole('button', { name: '退出查询' }).click();
    await page.getByRole('heading', { level: 1, name: '查询进度' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Follow your request' }).waitFor();
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept).not.toMatch(/林女士|1390000|139-0000|NR\d/);
    await page.getByLabel('Number').fill(number);
    await page.getByLabel('Phone, e-mail or account').fill('13900009999');
    await page.getByRole('button', { name: 'Look it up' }).click();
    await page.getByText('No request matches this number and contact').waitFor();
  });

  it('sends a request with the keyboard alone', async () => {
    const { page: keys, errors } = await openWindow(browser, server, null);
    await keys.goto('/portal');
    await keys.getByRole('heading', { level: 1, name: '有什么可以帮您？' }).waitFor();
    await keys.keyboard.press('Tab');
    expect(await focused(keys)).toBe('跳到正文');
    await keys.keyboard.press('Enter');
    await keys.keyboard.press('Tab');
    await keys.keyboard.press('Space');
    for (const words of [story, '林女士', '13900001234']) {
      await keys.keyboard.press('Tab');
      await keys.keyboard.type(words);
    }
    await tabTo(keys, '提交');
    await keys.keyboard.press('Enter');
    await keys.getByTestId('number').waitFor();
    await tabTo(keys, '查看进度');
    await keys.keyboard.press('Enter');
    await keys.getByRole('heading', { level: 1, name: '我们已收到，正在安排人员处理' }).waitFor();
    await tabTo(keys, '催办');
    await keys.keyboard.press('Enter');
    await keys.getByText(/已提醒处理人员，最迟 .* 给您答复/).waitFor();
    expect(errors).toEqual([]);
  });
});

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/** Within as many steps as a patient person takes. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 20; steps += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return;
  }
  expect(await focused(page)).toBe(name);
}
