import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { setUp } from '../api/session-server.ts';
import { openBrowser } from '../support/browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { axeProblems, openWindow, phone, sidewaysScroll } from './console-shell-browser.ts';

/** An organisation on its first day: nothing is there yet, and every page says what to do about it. */

let server: TestServer;
let browser: Browser;
let cookie = '';
const looks = [
  { language: 'zh', appearance: 'light' },
  { language: 'en', appearance: 'dark', viewport: phone },
] as const;

beforeAll(async () => {
  server = await startTestServer();
  ({ cookie } = await setUp(server));
  browser = await openBrowser();
});

async function openAsAdmin(look: (typeof looks)[number]): Promise<{ page: Page; errors: string[] }> {
  const { page, context, errors } = await openWindow(browser, server, null, look);
  const end = cookie.indexOf('=');
  await context.addCookies([{ name: cookie.slice(0, end), value: cookie.slice(end + 1), url: server.url }]);
  return { page, errors };
}

/** A page that stands: its heading is there and nothing is still being fetched. */
async function checkPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  expect(await axeProblems(page), path).toEqual([]);
  expect(await sidewaysScroll(page), path).toBe(0);
}

describe('an organisation on its first day', () => {
  it('leads its administrator on, step by step, until all is done or nobody wants to see it', async () => {
    const { page, errors } = await openAsAdmin(looks[0]);
    await page.goto('/');
    const steps = page.getByRole('region', { name: '开始使用（已完成 0/3）' });
    await steps.getByRole('link', { name: /给部门指定接口人/ }).waitFor();
    await steps.getByRole('link', { name: /添加同事/ }).click();
    await page.getByRole('button', { name: '添加员工' }).click();
    const drawer = page.getByRole('dialog', { name: '添加员工' });
    await drawer.getByLabel('姓名').fill('顾一然');
    await drawer.getByLabel('账号').fill('gu');
    await drawer.getByLabel('初始密码').fill('every voice gets an answer');
    // A role is chosen, not given: a specialist made an agent by oversight would read every customer.
    await drawer.getByRole('button', { name: '保存' }).click();
    await drawer.getByText('至少选择一个角色').waitFor();
    await drawer.getByRole('checkbox', { name: /^客服/ }).check();
    await drawer.getByRole('button', { name: '保存' }).click();
    await page.getByRole('row', { name: /顾一然/ }).waitFor();
    await page.goto('/');
    const further = page.getByRole('region', { name: '开始使用（已完成 1/3）' });
    await further.getByRole('button', { name: '不再显示' }).click();
    await further.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('手上没有未结工单', { exact: true }).waitFor();
    expect(await page.getByRole('region', { name: /开始使用/ }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  const empty = [
    '/',
    '/queues',
    '/register',
    '/tracking',
    '/incidents',
    '/cases',
    '/cases/new',
    '/reviews',
    '/outputs',
  ];
  const kept = ['/tables/huiyin/demand-record', '/notices', '/search', '/admin/phrases', '/account'];
  const missing = [
    '/nowhere',
    '/tickets/999',
    '/customers/999',
    '/incidents/999',
    '/cases/999',
    '/admin/playbooks/none',
  ];

  it.each(looks)('has only pages that fit and are clean for axe ($language, $appearance)', async (look) => {
    const { page, errors } = await openAsAdmin(look);
    for (const path of [...empty, ...kept, ...missing]) await checkPage(page, path);
    expect(errors).toEqual([]);
  });

  it.each(looks)('shows its customers pages that fit and are clean for axe ($language, $appearance)', async (look) => {
    const { page, errors } = await openWindow(browser, server, null, look);
    const forged = `${'A'.repeat(60)}.${'B'.repeat(40)}`;
    const links = ['/portal/answer', '/portal/answer#cut', `/portal/answer#${forged}`, '/portal/answer#100%'];
    for (const path of ['/sign-in', '/setup', '/portal', '/portal?view=follow', '/portal/status', ...links]) {
      await checkPage(page, path);
    }
    const words = { zh: '链接不完整', en: 'The link is not complete' };
    await page.getByText(words[look.language]).waitFor();
    expect(errors).toEqual([]);
  });
});
