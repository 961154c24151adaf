import type { Browser } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { Cast } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';
import { axeProblems, openWindow, register } from './console-shell-browser.ts';
import { openScene } from './scene.ts';

let server: TestServer;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  ({ server, cast, browser } = await openScene());
});

it('filters are saved under a name, shared, renamed and deleted', async () => {
  await register(cast, '付款时提示系统繁忙');
  const { page, errors } = await openWindow(browser, server, 'supervisor');
  await page.goto('/queues?playbook=resolution-flow&stage=classify');
  await page.getByRole('button', { name: '保存为视图' }).click();
  const dialog = page.getByRole('dialog', { name: '保存当前筛选' });
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await dialog.getByText('请输入名称，最多 40 个字').waitFor();
  await dialog.getByLabel('视图名称').fill('待定级');
  await dialog.getByLabel('所有人可见').click();
  expect(await axeProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  const tabs = page.getByRole('navigation', { name: '视图' });
  const tab = tabs.getByRole('link', { name: /待定级/ });
  await tab.waitFor();
  expect(await tab.getAttribute('aria-current')).toBe('page');
  expect(await tab.textContent()).toContain('1');

  const { page: other } = await openWindow(browser, server, 'agent');
  await other.goto('/queues');
  await other
    .getByRole('navigation', { name: '视图' })
    .getByRole('link', { name: /待定级/ })
    .click();
  await expect.poll(() => new URL(other.url()).search).toContain('stage=classify');
  expect(await other.getByRole('button', { name: /待定级.*操作/ }).count()).toBe(0);

  await tabs.getByRole('link', { name: '全部未结' }).click();
  await tab.click();
  // Another filter leaves the view; one press goes back to it.
  await tabs.getByRole('link', { name: /已超时/ }).click();
  await expect.poll(() => new URL(page.url()).search).toContain('view=breached');
  await expect.poll(() => tab.getAttribute('aria-current')).toBeNull();
  await page.getByRole('button', { name: '恢复为“待定级”' }).click();
  await expect.poll(() => tab.getAttribute('aria-current')).toBe('page');
  expect(new URL(page.url()).search).toBe('?playbook=resolution-flow&stage=classify');
  await page.getByRole('button', { name: '视图“待定级”的操作' }).click();
  await page.getByRole('menuitem', { name: '改名与共享' }).click();
  await page.getByRole('dialog', { name: '修改视图' }).getByLabel('视图名称').fill('等主管定级');
  await page.keyboard.press('Enter');
  await tabs.getByRole('link', { name: /等主管定级/ }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: '视图“等主管定级”的操作' }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /删\s?除/ })
    .click();
  await page.getByText('视图已删除').waitFor();
  await page.getByRole('button', { name: '保存为视图' }).waitFor();
  expect(await tabs.getByRole('link', { name: /定级/ }).count()).toBe(0);
  expect(errors).toEqual([]);
});
