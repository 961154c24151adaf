import type { Browser } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { type Cast, password, signIn } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';
import { axeProblems, openWindow, phone, sidewaysScroll } from './console-shell-browser.ts';
import { openScene } from './scene.ts';

let server: TestServer;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  ({ server, cast, browser } = await openScene());
});

it('a person ends a session and changes the password', async () => {
  const elsewhere = await signIn(server, 'agent', cast.agent.id);
  const { page, errors } = await openWindow(browser, server, 'agent', { viewport: phone });
  await page.goto('/');
  await page.getByRole('button', { name: '账号：陈客服' }).click();
  await page.getByRole('menuitem', { name: '我的账号' }).click();
  await page.getByRole('heading', { level: 1, name: '我的账号' }).waitFor();
  await page.getByText('本机').waitFor();
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await axeProblems(page)).toEqual([]);
  await page.getByLabel('邮箱', { exact: true }).fill('chen');
  await page.getByRole('button', { name: '保存联系方式' }).click();
  await page.getByText('请填写完整的邮箱地址').waitFor();
  await page.getByLabel('邮箱', { exact: true }).fill('chen@example.com');
  await page.getByRole('button', { name: '保存联系方式' }).click();
  await page.getByText('联系方式已保存').waitFor();
  await page.getByRole('button', { name: '结束其他所有登录' }).click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /确\s?定/ })
    .click();
  await page.getByText('登录已结束').waitFor();
  expect((await elsewhere.call('GET', '/me')).status).toBe(401);

  await page.getByLabel('当前密码').fill('not the password');
  await page.getByLabel('新密码', { exact: true }).fill('three quiet mountains');
  await page.getByLabel('再输入一次新密码').fill('three quiet rivers');
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByText('两次输入的新密码不一致').waitFor();
  await page.getByLabel('再输入一次新密码').fill('three quiet mountains');
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByText('当前密码不正确').waitFor();
  await page.getByLabel('当前密码').fill(password);
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByText('密码已修改，其他设备上的登录已结束').waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: '我的账号' }).waitFor();
  expect(errors).toEqual([]);
});

it('a reset password is handed over once, and changed before anything else', async () => {
  const { page: admin } = await openWindow(browser, server, 'admin');
  await admin.goto('/admin/staff');
  await admin.getByRole('button', { name: /李工/ }).click();
  const drawer = admin.getByRole('dialog');
  await drawer.getByRole('button', { name: '重置密码' }).click();
  await admin
    .getByRole('tooltip')
    .getByRole('button', { name: /确\s?定/ })
    .click();
  const once = await admin.getByRole('textbox', { name: '一次性密码' }).inputValue();

  const { page, errors } = await openWindow(browser, server, null);
  await page.goto('/queues');
  await page.getByLabel('账号').fill('specialist');
  await page.getByLabel('密码').fill(once);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '请先设置新密码' }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.goto('/queues');
  await page.getByLabel('管理员给您的一次性密码').fill(once);
  await page.getByLabel('新密码', { exact: true }).fill('three quiet mountains');
  await page.getByLabel('再输入一次新密码').fill('three quiet mountains');
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByRole('button', { name: '账号：李工' }).waitFor();
  await page.goto('/queues');
  await page.getByRole('heading', { level: 1, name: '工单池' }).waitFor();
  expect(errors).toEqual([]);
});
