import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cast } from '../support/cast.ts';
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

const pagesOf = async (page: Page) =>
  (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)?.length;

describe('on paper', () => {
  it('a queue on a wide screen has no more pages than on a narrow one', async () => {
    for (let at = 0; at < 40; at += 1)
      await register(cast, `第 ${at} 位客户登录后一直白屏，刷新、重装、换手机都没有用`);
    const { page } = await openWindow(browser, server, 'supervisor');
    await page.goto('/queues');
    await page.locator('main table tbody tr').nth(30).waitFor();
    const wide = await pagesOf(page);
    await page.locator('main table tbody tr').nth(30).waitFor();
    await page.setViewportSize({ width: 680, height: 900 });
    await page.locator('main li').nth(30).waitFor();
    expect(wide).toBe(await pagesOf(page));
  });

  it('an open ticket leaves out the form that is still to be filled in', async () => {
    const { id } = await register(cast, '登录后一直白屏');
    const { page } = await openWindow(browser, server, 'supervisor');
    await page.goto(`/tickets/${id}`);
    const reason = page.getByRole('textbox', { name: '定级理由' });
    await reason.waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await reason.isVisible()).toBe(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(await page.getByText('登录后一直白屏').first().isVisible()).toBe(true);

    // As narrow as paper: every part of the page, and no tabs to choose one.
    await page.setViewportSize({ width: 680, height: 900 });
    for (const part of ['时限', '时间线', '责任与信息'])
      await page.getByRole('heading', { name: part, exact: true }).waitFor();
    expect(await page.getByText('沟通', { exact: true }).isVisible()).toBe(false);
    expect(await page.getByLabel('对客户说的话').isVisible()).toBe(false);
    expect(await page.getByText('相似案例', { exact: true }).isVisible()).toBe(false);
  });
});
