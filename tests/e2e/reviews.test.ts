import type { Browser } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { ReviewNoteView } from '../../src/contract/review-note.ts';
import type { Cast } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';
import { axeProblems, openWindow, phone, register, sidewaysScroll } from './console-shell-browser.ts';
import { openScene } from './scene.ts';

let server: TestServer;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  ({ server, cast, browser } = await openScene());
});

it('a supervisor reviews the week and writes down what it comes to', async () => {
  const { page, errors } = await openWindow(browser, server, 'supervisor');
  await page.goto('/');
  await page.getByRole('link', { name: '复盘' }).click();
  await page.getByRole('region', { name: '根因与改进' }).waitFor();
  await page.goto('/reviews?from=2020-01-06&to=2020-01-12');
  await page.getByText('这段时间没有受理工单').waitFor();

  await register(cast, '付款时一直提示系统繁忙');
  await page.getByText('本周').click();
  await page
    .getByRole('region', { name: '客户诉求' })
    .getByRole('row', { name: /未分类/ })
    .waitFor();
  await page.getByRole('region', { name: '需求传递质量' }).getByText('这段时间没有需求传递。').waitFor();

  const notes = page.getByRole('region', { name: '根因与改进' });
  await notes.getByRole('button', { name: '添加记录' }).click();
  const dialog = page.getByRole('dialog', { name: '添加记录' });
  await dialog.getByLabel('问题类型').fill('系统故障 · 反馈');
  await page.getByTitle('系统故障 · 反馈与问题解决流程').click();
  await dialog.getByLabel('根因').fill('客户 13800138000 重复付款');
  await dialog.getByLabel('长期改进').fill('回调按订单号去重');
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await page.getByText('复盘记录里不能出现个人信息').first().waitFor();
  await dialog.getByLabel('根因').fill('支付回调没有去重');
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await notes.getByText('支付回调没有去重').waitFor();

  // The week after it is still to be done.
  await page.goto('/reviews?from=2099-01-01&to=2099-01-07');
  await notes.getByText(/遗留/).waitFor();
  await page.goto('/reviews');
  await notes.getByText('支付回调没有去重').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.goto('/reviews?from=2099-01-01&to=2099-01-07');
  await notes.getByRole('button', { name: '标为完成' }).click();
  await notes.getByText('支付回调没有去重').waitFor({ state: 'detached' });
  const reply = await cast.supervisor.call('GET', '/reviews/notes?from=2020-01-01&to=2098-12-31');
  const [kept] = (reply.body as { items: ReviewNoteView[] }).items;
  expect(kept).toMatchObject({ rootCause: '支付回调没有去重', longTermFix: '回调按订单号去重', version: 2 });
  expect(kept?.doneAt).not.toBeNull();
  expect(errors).toEqual([]);
});

it('is not offered to agents, and fits a phone', async () => {
  const { page: agent } = await openWindow(browser, server, 'agent');
  await agent.goto('/');
  await agent.getByRole('link', { name: '表单与报表' }).waitFor();
  expect(await agent.getByRole('link', { name: '复盘' }).count()).toBe(0);
  const { page } = await openWindow(browser, server, 'manager', {
    language: 'en',
    appearance: 'dark',
    viewport: phone,
  });
  await page.goto('/reviews');
  await page.getByRole('region', { name: 'What customers asked for' }).getByRole('table').first().waitFor();
  expect(await sidewaysScroll(page)).toBe(0);
});
