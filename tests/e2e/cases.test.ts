import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseDetail } from '../../src/contract/case.ts';
import type { Cast } from '../support/cast.ts';
import { closedTicket } from '../support/closed-ticket.ts';
import type { TestServer } from '../support/server.ts';
import { axeProblems, openWindow, phone, register, sidewaysScroll } from './console-shell-browser.ts';
import { openScene } from './scene.ts';

let server: TestServer;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  ({ server, cast, browser } = await openScene());
});

const caseOf = async (id: number) => (await cast.agent.call('GET', `/cases/${id}`)).body as CaseDetail;

it('an empty library says how it fills', async () => {
  const { page } = await openWindow(browser, server, 'agent');
  await page.goto('/cases');
  await page.getByText('案例库还是空的').waitFor();
});

describe('a closed ticket', () => {
  it('becomes a case, is checked by a second person, found on the next ticket, cited and rated', async () => {
    const closed = await closedTicket(cast);
    const { page: agent, errors } = await openWindow(browser, server, 'agent');
    await agent.goto(`/tickets/${closed.id}`);
    await agent.getByRole('region', { name: '相似案例' }).getByRole('link', { name: '整理成案例' }).click();
    await agent.getByRole('heading', { level: 1, name: '整理成案例' }).waitFor();
    expect(await agent.getByLabel('原因', { exact: true }).inputValue()).toContain('［客户］的订单 ［编号］');
    const check = agent.getByRole('region', { name: '个人信息检查' });
    await check.getByText(/处替换为占位/).waitFor();

    // What names the customer again must be replaced before it can be saved.
    await agent.getByLabel('学到了什么').fill('回调要幂等，可问王 小 明');
    await check.getByText('必须替换').waitFor();
    expect(await agent.getByRole('button', { name: '保存并提交审核' }).isDisabled()).toBe(true);
    await check.getByRole('button', { name: '替换为 ［客户］' }).click();
    await check.getByText('没有发现个人信息').waitFor();
    expect(await agent.getByLabel('学到了什么').inputValue()).toBe('回调要幂等，可问［客户］');
    await agent.getByLabel('标题', { exact: true }).fill('支付回调重复导致扣款两次');
    await agent.getByRole('button', { name: '保存并提交审核' }).click();
    await agent.getByText('您参与撰写了这一版，请另一位同事审核。').waitFor();
    const caseId = Number(/\/cases\/(\d+)$/.exec(agent.url())?.[1]);
    expect(await caseOf(caseId)).toMatchObject({ status: 'in-review', title: '支付回调重复导致扣款两次' });

    const { page: supervisor } = await openWindow(browser, server, 'supervisor');
    await supervisor.goto('/notices');
    await supervisor
      .getByRole('link', { name: /有案例等您审核/ })
      .first()
      .click();
    await supervisor.getByRole('region', { name: '审核版本 1' }).getByText('没有发现个人信息').waitFor();
    await supervisor.getByRole('button', { name: '通过并发布' }).click();
    await supervisor.getByText('已发布', { exact: true }).waitFor();
    expect(await caseOf(caseId)).toMatchObject({ status: 'published', publishedVersion: 1 });

    await agent.goto('/register?playbook=resolution-flow');
    await agent.getByLabel('问题现象').fill('付款的时候一直提示系统繁忙，钱扣了两次');
    await agent.getByRole('region', { name: '相似案例' }).getByText('支付回调重复导致扣款两次').first().waitFor();

    const { id } = await register(cast, '付款时一直提示系统繁忙，钱扣了两次');
    await agent.goto(`/tickets/${id}`);
    const similar = agent.getByRole('region', { name: '相似案例' });
    await similar.getByText('支付回调重复导致扣款两次').first().waitFor();
    await similar.getByRole('button', { name: '展开办法' }).click();
    await similar.getByRole('button', { name: '引用到备注' }).click();
    await similar.getByText('已引用').waitFor();
    const note = agent.getByLabel('备注内容');
    expect(await note.inputValue()).toContain(`参考案例 AL000${caseId}《支付回调重复导致扣款两次》：`);
    await agent.getByRole('button', { name: '保存备注' }).click();
    await agent.getByText(`引用了案例 AL000${caseId}`, { exact: true }).waitFor();
    expect(await caseOf(caseId)).toMatchObject({ citations: 1 });

    await agent.goto(`/cases/${caseId}`);
    await agent.getByRole('button', { name: '有用', exact: true }).click();
    await agent.getByLabel(/补充一句/).fill('照着做就解决了');
    await agent.getByRole('button', { name: '提交评价' }).click();
    await agent.getByText('1 人觉得有用').first().waitFor();
    expect(await caseOf(caseId)).toMatchObject({ helpful: 1, myRating: { isHelpful: true, remark: '照着做就解决了' } });
    expect(errors).toEqual([]);
  });

  it('is accessible in both languages and fits a phone', async () => {
    for (const look of [{ language: 'zh' }, { language: 'en', appearance: 'dark', viewport: phone }] as const) {
      const { page } = await openWindow(browser, server, 'agent', look);
      for (const path of ['/cases', '/cases/1', '/cases/1/edit']) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.getByText('付款时一直提示系统繁忙').first().waitFor();
        expect(await axeProblems(page), path).toEqual([]);
        expect(await sidewaysScroll(page), path).toBe(0);
      }
    }
  });
});
