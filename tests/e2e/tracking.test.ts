import { expect, it } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { act, tracked } from '../support/tracking-story.ts';
import { axeProblems, openWindow, phone, sidewaysScroll } from './console-shell-browser.ts';
import { openScene } from './scene.ts';

const hour = 3_600_000;

it('a department updates the tracking table in two clicks, and customer service sees it live', async () => {
  const { server, cast, browser } = await openScene({ playbook: 'handoff' });
  const inHours = (hours: number) => new Date(server.clock.now() + hours * hour).toISOString();
  const handOff = { department: 'technology', owner: cast.specialist.id, deadline: inHours(30) };
  const { id, number } = await tracked(cast.agent, '13800000111', handOff);
  await tracked(cast.agent, '13800000112', { department: 'logistics', deadline: inHours(20) }, '货到了三天没人送');
  await act(cast.specialist, id, 'accept', { plan: '先查审核队列', eta: inHours(3) });
  const now = async () => (await cast.agent.call('GET', `/tickets/${id}`)).body as TicketDetail;

  const agent = await openWindow(browser, server, 'agent');
  await agent.page.goto('/tracking');
  await agent.page.getByRole('table', { name: /跟踪表/ }).waitFor();
  expect(await agent.page.getByRole('row').count()).toBe(3);

  // The department's own window holds its demand only.
  const { page, errors } = await openWindow(browser, server, 'contact');
  await page.goto('/');
  await page.getByRole('link', { name: '跟踪表' }).first().click();
  const update = page.getByRole('button', { name: new RegExp(`更新 ${number} 的进展`) });
  await update.click();
  await page.getByRole('textbox', { name: '最新进展' }).fill('退款单已找到');
  await page.keyboard.press('Enter');
  await page.getByText('退款单已找到').waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  await agent.page.getByText('退款单已找到').waitFor();

  // A new time is told as an obstacle, and the one before stays in its history.
  const before = (await now()).eta;
  await update.click();
  await page.getByRole('textbox', { name: '最新进展' }).fill('银行接口维护');
  await page.getByRole('radiogroup', { name: '承诺时间' }).getByText('明天 18:00').click();
  await page.getByRole('button', { name: '保存' }).click();
  await agent.page.getByText('银行接口维护').waitFor();
  const moved = await now();
  expect(moved.promises.map(({ on }) => on)).toEqual(['accepted', 'obstacle']);
  expect(moved.eta).not.toBe(before);
  expect(await axeProblems(agent.page)).toEqual([]);
  await agent.page.getByRole('button', { name: new RegExp(`${number} 的承诺时间变化`) }).click();
  await agent.page.getByText('报告障碍时').waitFor();

  // The same as a board, where the address says so; it fits a phone.
  const small = await openWindow(browser, server, 'agent', { viewport: phone });
  await small.page.goto('/tracking?view=board');
  await small.page.getByRole('heading', { name: /待响应/ }).waitFor();
  await small.page.getByText('货到了三天没人送').waitFor();
  expect(await sidewaysScroll(small.page)).toBe(0);
  expect(await axeProblems(small.page)).toEqual([]);
  expect(errors).toEqual([]);
});
