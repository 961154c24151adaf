import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { groupChatDeps } from '../../src/server/context.ts';
import { workPost } from '../../src/server/features/group-chats/index.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { says, startFakeRobot } from '../support/fake-robot.ts';
import { tracked } from '../support/tracking-story.ts';
import { axeProblems, openWindow, phone, sidewaysScroll } from './console-shell-browser.ts';
import { openScene } from './scene.ts';

it('a robot is set for a department, tried, and posts what is handed to it; the ticket says what became of it', async () => {
  const clock = new FakeClock(Date.now());
  const { server, cast, browser } = await openScene({
    playbook: 'handoff',
    clock,
    env: { HUIYIN_PRIVATE_HOSTS: '127.0.0.1' },
  });
  const robot = await startFakeRobot();

  // Where nothing is set, the form says what it is good for and how it is done.
  const admin = await openWindow(browser, server, 'admin');
  await admin.page.goto('/admin/departments');
  await admin.page.getByRole('button', { name: '设置 技术部 的群机器人' }).click();
  const form = admin.page.getByRole('dialog');
  await form.getByText('添加“群机器人”').waitFor();
  expect(await form.getByRole('button', { name: '发送测试消息' }).isDisabled()).toBe(true);
  await form.getByRole('button', { name: '保存' }).click();
  await form.getByText('请粘贴机器人的 Webhook 地址').waitFor();

  // A pasted address chooses its product; one inside of the house is refused.
  const address = form.getByLabel('Webhook 地址');
  await address.fill('https://oapi.dingtalk.com/robot/send?access_token=1');
  await expect.poll(() => form.getByRole('radio', { name: '钉钉' }).isChecked()).toBe(true);
  await form.getByText('企业微信', { exact: true }).click();
  await address.fill('https://192.168.1.1/hook');
  await form.getByRole('button', { name: '保存' }).click();
  await form.getByText('这不是可以使用的 Webhook 地址').first().waitFor();
  expect(await axeProblems(admin.page)).toEqual([]);

  // Saved, its address is gone from the page; the test says what the robot answers.
  await address.fill(robot.url);
  await form.getByRole('button', { name: '保存' }).click();
  await expect.poll(() => address.getAttribute('placeholder')).toContain('…-key');
  expect(await address.inputValue()).toBe('');
  robot.answers.push(says({ errcode: 93000, errmsg: 'invalid webhook url' }));
  await form.getByRole('button', { name: '发送测试消息' }).click();
  const answer = form.getByText('机器人的回答：93000 invalid webhook url');
  await answer.waitFor();
  await expect.poll(() => isInSight(answer)).toBe(true);
  await form.getByRole('button', { name: '发送测试消息' }).click();
  await form.getByText('已发出，请到群里查看').waitFor();
  expect(admin.errors).toEqual([]);

  // Refused, the ticket says why and what to do; posted again it says since when, by itself.
  const deadline = new Date(clock.now() + 36_000_000).toISOString();
  const { id } = await tracked(cast.agent, '13800000111', {
    department: 'technology',
    owner: cast.specialist.id,
    deadline,
  });
  const { page, errors } = await openWindow(browser, server, 'agent');
  await page.goto(`/tickets/${id}`);
  await page.getByText('正在发到群聊').waitFor();
  robot.answers.push(says({ errcode: 93000, errmsg: 'invalid webhook url' }));
  await workPost(groupChatDeps(server.context));
  await page.getByText('没能发到群聊：机器人的地址无效').waitFor();
  await page.getByText('请管理员在群里重新添加机器人').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: '重新发送' }).click();
  await page.getByText('正在发到群聊').waitFor();
  await workPost(groupChatDeps(server.context));
  await page.getByText('已发到群聊').waitFor();
  expect(errors).toEqual([]);

  const small = await openWindow(browser, server, 'admin', { viewport: phone, language: 'en', appearance: 'dark' });
  await small.page.goto('/admin/departments');
  await small.page.getByRole('button', { name: 'set the robot of Technology’s group chat' }).click();
  await small.page.getByRole('button', { name: 'Send a test message' }).waitFor();
  expect(await sidewaysScroll(small.page)).toBe(0);
  expect(await axeProblems(small.page)).toEqual([]);
  await browser.close();
});

/** Nothing lies over it where it is, not even the foot of its panel. */
const isInSight = (text: Locator): Promise<boolean> =>
  text.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
