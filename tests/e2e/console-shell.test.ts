import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cast, password } from '../support/cast.ts';
import { FakeClock } from '../support/fake-clock.ts';
import type { TestServer } from '../support/server.ts';
import { openWindow, register } from './console-shell-browser.ts';
import { openScene } from './scene.ts';

let server: TestServer;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  ({ server, cast, browser } = await openScene({ clock: new FakeClock() }));
});

describe('signing in', () => {
  it('refuses a wrong password with a remedy, then leads to the page that was asked for', async () => {
    const { page, errors } = await openWindow(browser, server, null);
    await page.goto('/queues?view=unassigned');
    await page.getByRole('textbox', { name: '账号' }).fill('agent');
    await page.getByLabel('密码').fill('not the password');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { level: 1, name: '工单池' }).waitFor();
    expect(new URL(page.url()).search).toBe('?view=unassigned');
    expect(errors).toEqual([]);
  });

  it('is asked for again when the session has ended, and then returns', async () => {
    const { page, context } = await openWindow(browser, server, 'agent');
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: /陈客服/ }).waitFor();
    await context.clearCookies();
    await page.keyboard.press('Alt+q');
    await page.getByRole('textbox', { name: '账号' }).waitFor();
    await page.getByRole('textbox', { name: '账号' }).fill('agent');
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { level: 1, name: '工单池' }).waitFor();
  });

  it('ends from the account menu', async () => {
    const { page } = await openWindow(browser, server, 'manager');
    await page.goto('/');
    await page.getByRole('button', { name: /账号：钱经理/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    await page.goto('/queues');
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
  });
});

describe('queues', () => {
  it('show what is registered elsewhere without a reload', async () => {
    const { page } = await openWindow(browser, server, 'supervisor');
    await page.goto('/queues');
    await page.getByText('没有未结工单').waitFor();
    const { number } = await register(cast, '净化器用了三天就不转了，请尽快给我说法');
    await page.getByText(number).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
  });

  it('are walked with j and k and opened with Enter', async () => {
    const first = await register(cast, '热水器半夜漏水，厨房地板都泡了');
    const { page } = await openWindow(browser, server, 'supervisor');
    await page.goto('/queues?sort=-received');
    await page.getByText(first.number).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const focused = page.locator('[data-ticket-link]:focus');
    const address = await focused.getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address}`);
  });

  it('keep filters and order in the address', async () => {
    const { page } = await openWindow(browser, server, 'supervisor');
    await page.goto('/queues');
    await page.getByRole('link', { name: /未分派/ }).click();
    await page.getByRole('button', { name: '收到' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?view=unassigned&sort=-received');
    await page.reload();
    expect(await page.getByRole('columnheader', { name: '收到' }).getAttribute('aria-sort')).toBe('descending');
    await page.goto('/queues?channel=email');
    await page.getByText('没有符合筛选条件的工单').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).last().click();
    await page.getByRole('row').nth(1).waitFor();
  });
});

describe('search', () => {
  it('marks what was found, and says when there is nothing', async () => {
    const { number } = await register(cast, '洗衣机脱水时异响特别大，楼下邻居都来投诉了');
    const { page } = await openWindow(browser, server, 'agent');
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('异响');
    await page.keyboard.press('Enter');
    await page.getByText(number).waitFor();
    expect(await page.locator('mark').first().textContent()).toBe('异响');
    await page.goto(`/search?q=${encodeURIComponent('从未说过的话')}`);
    await page.getByText('没有找到「从未说过的话」').waitFor();
  });
});
