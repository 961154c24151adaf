import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { workTellings } from '../../src/server/features/incidents/index.ts';
import type { Cast } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';
import { axeProblems, openWindow, phone, register, sidewaysScroll } from './console-shell-browser.ts';
import { openScene } from './scene.ts';

const minute = 60_000;
const news = '已定位到支付通道的证书问题，正在更换。';
const end = '支付已恢复，多扣的款项已原路退回。';

let server: TestServer;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  ({ server, cast, browser } = await openScene());
});

/** What the worker does, now. */
async function tellAll(): Promise<void> {
  while ((await workTellings(server.context.engine)) !== null);
  server.clock.advance(minute);
}

const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name });

it('one failure gathers its tickets, is told of to every customer and in public, and ends for all', async () => {
  const numbers: string[] = [];
  for (const where of ['应用', '网页', '小程序'])
    numbers.push((await register(cast, `${where}付款时提示系统繁忙，钱扣了两次`)).number);
  server.clock.advance(minute);
  const { page, errors } = await openWindow(browser, server, 'supervisor');
  await page.goto('/incidents');
  await page.getByText('当前没有应急事件').waitFor();

  // Personal data does not get into what everybody reads.
  await page.getByRole('button', { name: '新建应急事件' }).click();
  const opening = dialogOf(page, '新建应急事件');
  await opening.getByLabel('标题', { exact: true }).fill('部分客户无法完成支付');
  await opening.getByLabel('通报内容').fill('请致电 13800000000');
  await opening.getByLabel('识别关键词').fill('扣了两次');
  await page.keyboard.press('Enter');
  await opening.getByRole('button', { name: '新建', exact: true }).click();
  await opening.getByText(/疑似含有个人信息/).waitFor();
  await opening.getByLabel('通报内容').fill('部分客户付款失败，正在排查。');
  await opening.getByRole('button', { name: /新建$/ }).click();
  await page.getByRole('heading', { level: 1, name: '部分客户无法完成支付' }).waitFor();

  await page.getByRole('button', { name: '归入工单' }).click();
  const linking = dialogOf(page, '归入工单');
  await linking.getByRole('checkbox', { name: '全选 3 张' }).check();
  await linking.getByRole('button', { name: '归入 3 张工单' }).click();
  await page.getByRole('link', { name: new RegExp(numbers[0] ?? '') }).waitFor();
  await tellAll();

  await page.getByRole('button', { name: '发布通报' }).click();
  const update = dialogOf(page, '发布通报');
  await update.getByText('已定位', { exact: true }).click();
  await update.getByLabel('通报内容').fill(news);
  await update.getByText('客户将看到').waitFor();
  await update.getByRole('button', { name: '发布并告知 3 位客户' }).click();
  await update.waitFor({ state: 'hidden' });
  await tellAll();
  await page.getByRole('listitem').filter({ hasText: news }).getByText('已告知全部 3 位客户').waitFor();
  expect(await axeProblems(page)).toEqual([]);

  const { page: customer, errors: strange } = await openWindow(browser, server, null, { viewport: phone });
  await customer.goto(`/portal?number=${numbers[1]}`);
  await customer.getByLabel('联系方式').fill('13800138000');
  await customer.getByRole('button', { name: '查询', exact: true }).click();
  const known = customer.getByRole('region', { name: '这属于一个已知问题' });
  await known.getByText(news).waitFor();
  expect(await sidewaysScroll(customer)).toBe(0);
  await known.getByRole('button', { name: '查看服务状态' }).click();
  await customer.getByRole('heading', { level: 1, name: '部分服务受到影响' }).waitFor();
  await customer.getByText(news).waitFor();
  expect(await axeProblems(customer)).toEqual([]);

  await page.getByRole('button', { name: '结束事件' }).click();
  const closing = dialogOf(page, '结束应急事件');
  await closing.getByLabel('告知客户的话').fill(end);
  await closing.getByRole('textbox', { name: '解决办法' }).fill('更换证书并补上到期提醒');
  await closing.getByRole('button', { name: '结束并告知 3 位客户' }).click();
  await closing.waitFor({ state: 'hidden' });
  await tellAll();
  await page.getByText('以“已解决”结束').waitFor();
  await page.getByRole('listitem').filter({ hasText: end }).getByText('已告知全部 3 位客户').waitFor();

  const { page: stranger } = await openWindow(browser, server, null);
  await stranger.goto('/status');
  await stranger.getByRole('heading', { level: 1, name: '所有服务运行正常' }).waitFor();
  await stranger.getByText('部分客户无法完成支付').waitFor();
  await customer.getByRole('button', { name: '查询进度' }).click();
  await customer.getByRole('listitem').filter({ hasText: end }).waitFor();
  expect([errors, strange]).toEqual([[], []]);
});
