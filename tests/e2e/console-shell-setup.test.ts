import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSetupKey } from '../../src/server/features/organisation/index.ts';
import { openBrowser } from '../support/browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { axeProblems, openWindow, sidewaysScroll } from './console-shell-browser.ts';

let server: TestServer;
let browser: Browser;
let key: string;

beforeAll(async () => {
  server = await startTestServer();
  key = (await makeSetupKey(server.context.pool)) ?? '';
  browser = await openBrowser();
});

describe('the first start', () => {
  it('says at sign-in that nobody has set the system up yet', async () => {
    const { page } = await openWindow(browser, server, null);
    await page.goto('/');
    await page.getByText('系统还没有完成初始设置').waitFor();
    await page.goto('/setup');
    await page.getByText('缺少设置密钥').waitFor();
  });

  it('refuses a wrong key before anything is typed', async () => {
    const { page } = await openWindow(browser, server, null);
    await page.goto(`/setup?key=${key}x`);
    await page.getByRole('group', { name: '先用哪套流程方案' }).getByRole('radio').first().waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('alert').filter({ hasText: '初始化密钥不正确' }).waitFor();
    expect(await page.getByLabel('组织名称').isVisible()).toBe(false);
  });

  it('makes organisation and administrator, and leads into the console', async () => {
    const { page, errors } = await openWindow(browser, server, null);
    await page.goto(`/setup?key=${key}`);
    const cards = page.getByRole('group', { name: '先用哪套流程方案' });
    await cards.getByRole('radio').first().waitFor();
    expect(await axeProblems(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    const card = cards.getByRole('radio', { name: /客户需求响应工具包/ });
    await expect.poll(() => card.click().then(() => card.isChecked())).toBe(true);
    await cards.getByRole('checkbox', { name: /沟通协调/ }).uncheck();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '完成设置并进入' }).click();
    await page.getByText('请填写组织名称').waitFor();
    await page.getByLabel('组织名称').fill('晨光家电客户服务中心');
    await page.getByLabel('姓名').fill('沈知远');
    await page.getByLabel('账号').fill('shenzy');
    await page.getByLabel('密码').fill('every voice gets an answer');
    await page.getByRole('button', { name: '完成设置并进入' }).click();
    await page.getByRole('heading', { level: 1, name: /沈知远/ }).waitFor();
    expect(await page.getByText('晨光家电客户服务中心').first().isVisible()).toBe(true);
    const inForce = server.context.playbooks.list().map(({ source }) => source.id);
    expect([inForce.includes('response-toolkit'), inForce.includes('coordination')]).toEqual([true, false]);
    expect(errors).toEqual([]);
  });

  it('happens once', async () => {
    const { page } = await openWindow(browser, server, null, { language: 'en' });
    await page.goto(`/setup?key=${key}`);
    await page.getByText('The system is set up already').waitFor();
    await page.getByRole('link', { name: 'To sign-in' }).click();
    await page.getByText('Welcome back to 晨光家电客户服务中心').waitFor();
  });
});
