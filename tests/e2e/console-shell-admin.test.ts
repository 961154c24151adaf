import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cast } from '../support/cast.ts';
import { FakeClock } from '../support/fake-clock.ts';
import type { TestServer } from '../support/server.ts';
import { axeProblems, openWindow, phone, register, sidewaysScroll } from './console-shell-browser.ts';
import { openScene } from './scene.ts';

let server: TestServer;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  ({ server, cast, browser } = await openScene({ clock: new FakeClock() }));
  const { id, version } = await register(cast, '退款申请提交八天了还没有到账，到底要等到什么时候？');
  await cast.supervisor.call('POST', `/tickets/${id}/classify`, { version, priority: 'urgent', reason: '影响使用' });
});

describe('administration', () => {
  it('adds a colleague, who can then sign in', async () => {
    const { page } = await openWindow(browser, server, 'admin');
    await page.goto('/admin/staff');
    await page.getByRole('button', { name: '添加员工' }).click();
    const form = page.getByRole('dialog');
    // The cursor stands in the first field.
    await expect.poll(() => form.getByLabel('姓名').evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('林小满');
    await form.getByLabel('账号').fill('林');
    await form.getByLabel('初始密码').fill('a long enough one');
    await form.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => form.getByLabel('账号').getAttribute('aria-invalid')).toBe('true');
    await form.getByLabel('账号').fill('linxm');
    await form.getByRole('checkbox', { name: /^客服/ }).check();
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByRole('rowheader', { name: /林小满/ }).waitFor();
    const body = { login: 'linxm', password: 'a long enough one' };
    expect((await server.call('POST', '/api/v1/session', { body, headers: { origin: server.url } })).status).toBe(200);
  });

  it('shows a token once, and revokes it', async () => {
    const { page } = await openWindow(browser, server, 'admin', { language: 'en' });
    await page.goto('/admin/tokens');
    await page.getByRole('button', { name: 'New token' }).first().click();
    await page.getByRole('dialog').getByLabel('Purpose').fill('Web form');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const token = await page.getByRole('textbox', { name: 'Token' }).inputValue();
    expect((await server.call('GET', '/api/v1/tickets', { token })).status).toBe(200);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Revoke Web form' }).click();
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByRole('cell', { name: 'Revoked' }).waitFor();
    expect((await server.call('GET', '/api/v1/tickets', { token })).status).toBe(401);
  });

  it('says to others why they cannot change it', async () => {
    const { page } = await openWindow(browser, server, 'agent');
    await page.goto('/admin/departments');
    const add = page.getByRole('button', { name: '添加部门' });
    expect(await add.isDisabled()).toBe(true);
    await add.hover({ force: true });
    await page.getByText('只有管理员可以修改').waitFor();
  });
});

describe('every page of the frame', () => {
  const pages = ['/', '/queues', '/search?q=退款', '/notices', '/admin/staff', '/admin/departments', '/admin/tokens'];
  const looks = [
    { language: 'zh', appearance: 'light' },
    { language: 'en', appearance: 'dark', viewport: phone },
  ] as const;

  it.each(looks)('is clean for axe and fits its window ($language, $appearance)', async (look) => {
    const { page, errors } = await openWindow(browser, server, 'admin', look);
    for (const path of [...pages, '/admin/playbooks']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
      expect(await axeProblems(page), path).toEqual([]);
      expect(await sidewaysScroll(page), path).toBe(0);
    }
    expect(errors).toEqual([]);
  });

  it('keeps language and appearance, and is reached from the bottom bar on a phone', async () => {
    const { page } = await openWindow(browser, server, 'agent', { viewport: phone });
    await page.goto('/');
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'English' }).click();
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /Playbooks/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Playbooks' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Playbooks' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page
      .getByRole('navigation', { name: 'Main navigation' })
      .last()
      .getByRole('link', { name: 'Queues' })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Queues' }).waitFor();
  });
});
