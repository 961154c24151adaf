import type { Browser } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { Cast } from '../support/cast.ts';
import { coordinationStory } from '../support/coordination-story.ts';
import type { TestServer } from '../support/server.ts';
import { axeProblems, openWindow, phone, sidewaysScroll } from './console-shell-browser.ts';
import { openScene } from './scene.ts';
import { choose, pick, quickTime } from './ticket-browser.ts';

let server: TestServer;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  ({ server, cast, browser } = await openScene({ playbook: 'coordination' }));
});

it('leads from naming a party over a task and a letter to a solution that all confirm, seen by both sides', async () => {
  const story = await coordinationStory(server, cast);
  const { page, context, errors } = await openWindow(browser, server, 'agent');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/tickets/${story.id}`);
  const section = page.getByRole('region', { name: '协作' });
  const dialog = page.getByRole('dialog');

  await section.getByRole('button', { name: '添加相关方' }).click();
  await page.getByRole('menuitem', { name: '外部单位' }).click();
  await dialog.getByRole('textbox', { name: '单位或个人名称' }).fill('顺安物流');
  await dialog.getByRole('button', { name: '添加外部单位' }).click();
  await section.getByText('顺安物流').first().waitFor();

  await section.getByRole('button', { name: '派发任务' }).click();
  await pick(dialog, '协办部门', '物流部');
  await dialog.getByRole('textbox', { name: '需要做什么' }).fill('查配件到哪里了');
  await dialog.getByRole('button', { name: '派发协办任务' }).click();
  const task = section.getByRole('listitem').filter({ hasText: '查配件到哪里了' });
  await task.getByText('待接受').waitFor();

  // The other department sees it among its work, and does it there.
  const other = await openWindow(browser, server, 'logistics');
  await other.page.goto('/');
  const mine = other.page.getByRole('link', { name: /协办任务 T1 查配件到哪里了/ });
  await mine.filter({ hasText: story.number }).waitFor();
  await other.page.getByText('手上没有未结工单，下面这些等着您来办。').waitFor();
  await mine.filter({ hasText: story.number }).click();
  const theirs = other.page.getByRole('region', { name: '协作' });
  await theirs.getByRole('button', { name: '完成' }).click();
  await other.page.getByRole('dialog').getByRole('textbox', { name: '结果' }).fill('已到门店');
  await other.page.getByRole('dialog').getByRole('button', { name: '完成任务' }).click();
  await task.getByText('已到门店').waitFor();

  // A letter to somebody outside is answered by its link, on a phone, without signing in.
  await section.getByRole('button', { name: '发函' }).click();
  await choose(dialog, '发给', '顺安物流');
  await dialog.getByRole('textbox', { name: '需要对方做什么' }).fill('请明早送达门店');
  await dialog.getByRole('button', { name: '发协作需求函' }).click();
  await section.getByRole('button', { name: '复制答复链接：顺安物流' }).click();
  await page.getByText(/已复制，请发给顺安物流/).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const outside = await (await browser.newContext({ viewport: phone, locale: 'zh-CN' })).newPage();
  await outside.goto(link);
  await outside.getByText('请明早送达门店').waitFor();
  expect(await axeProblems(outside)).toEqual([]);
  expect(await sidewaysScroll(outside)).toBe(0);
  await outside.getByRole('button', { name: '提交答复' }).click();
  await outside.getByText('请选择一项').waitFor();
  await outside.getByRole('radio', { name: '同意', exact: true }).check();
  await outside.getByRole('button', { name: '提交答复' }).click();
  await outside.getByText('已收到您的答复').waitFor();
  await outside.reload();
  await outside.getByText('已经答复过').waitFor();
  await section.getByRole('listitem').filter({ hasText: '请明早送达门店' }).getByText('已同意').waitFor();

  await section.getByRole('button', { name: '发出方案' }).click();
  await dialog.getByRole('textbox', { name: '方案概要' }).fill('明日上门重做');
  const row = dialog.getByRole('group', { name: '第 1 行' });
  await row.getByRole('textbox', { name: '做什么' }).fill('重做排水管');
  await choose(row, '谁做', '技术支持部');
  await quickTime(row, '何时完成', '4 小时后');
  await row.getByRole('textbox', { name: '怎么做' }).fill('两人上门');
  await dialog.getByRole('button', { name: '把方案发给各方' }).click();
  await section.getByText('第 1 轮方案').waitFor();
  await section.getByRole('table').getByText('重做排水管').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  for (const party of ['external:1', 'customer'])
    await story.act(story.cast.supervisor, 'answer-solution', { round: 1, party, answer: 'confirmed', via: 'phone' });
  const own = { round: 1, party: 'department:technical-support', answer: 'confirmed' };
  await story.act(story.cast.contact, 'answer-solution', own);
  await section.getByText('已达成一致').waitFor();

  await section.getByRole('link', { name: '沟通协调记录表' }).click();
  await page.getByRole('article', { name: '沟通协调记录表' }).getByText('顺安物流').first().waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect([...errors, ...other.errors]).toEqual([]);
});
