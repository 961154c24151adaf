import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { flow, staffDepartments } from '../api/studio-story.ts';
import type { Cast } from '../support/cast.ts';
import { FakeClock } from '../support/fake-clock.ts';
import type { TestServer } from '../support/server.ts';
import { axeProblems, openWindow, phone, register, sidewaysScroll } from './console-shell-browser.ts';
import { openScene } from './scene.ts';

let server: TestServer;
let cast: Cast;
let browser: Browser;
let shipped: number;

beforeAll(async () => {
  ({ server, cast, browser } = await openScene({ clock: new FakeClock() }));
  await staffDepartments(server, cast);
  shipped = server.context.playbooks.get(flow).source.version;
});

type Ticket = { playbookVersion: number; clocks: { clock: string; due: string }[] };

async function readTicket(id: number) {
  const { playbookVersion, clocks } = (await cast.supervisor.call('GET', `/tickets/${id}`)).body as Ticket;
  const due = clocks.find(({ clock }) => clock === 'resolution')?.due ?? '';
  return { playbookVersion, due: Date.parse(due) };
}

describe('a playbook', () => {
  it('is broken and mended, changed, tried, published, and brought to a running ticket', async () => {
    const { id, version } = await register(cast, '核心系统停摆，所有门店都收不了款。');
    const urgent = { version, priority: 'urgent', reason: '停摆' };
    await cast.supervisor.call('POST', `/tickets/${id}/classify`, urgent);
    const before = await readTicket(id);
    const { page, errors } = await openWindow(browser, server, 'manager');
    await page.goto('/admin/playbooks');
    await page.getByRole('link', { name: '查看 反馈与问题解决流程' }).click();
    await page.getByRole('button', { name: '编辑' }).click();

    const yaml = page.getByRole('textbox', { name: '流程方案 YAML' });
    const problems = page.getByRole('region', { name: '问题' });
    await problems.getByText('没有问题，与上一版相同').waitFor();
    expect(await page.getByRole('button', { name: '发布' }).isDisabled()).toBe(true);
    await page.getByRole('note', { name: '内容与上一版相同，没有可发布的改动' }).waitFor();
    const source = await yaml.inputValue();
    const line = source.slice(0, source.indexOf('form: task-order')).split('\n').length;
    await yaml.fill(source.replace('form: task-order', 'form: task-oder'));
    await problems.getByText('task-oder').waitFor();
    await problems.getByRole('button', { name: `第 ${line} 行` }).click();
    const caret = await yaml.evaluate((area) => {
      const { value, selectionStart } = area as unknown as { value: string; selectionStart: number };
      return value.slice(0, selectionStart).split('\n').length;
    });
    expect(caret).toBe(line);
    await problems.getByRole('button', { name: '改为 task-order' }).click();
    await problems.getByText('没有问题，与上一版相同').waitFor();
    expect(await yaml.inputValue()).toBe(source);

    await yaml.fill(source.replace('    form: task-order', '    fom: task-order'));
    await problems.getByRole('button', { name: '改为 form' }).click();
    await problems.getByText('没有问题，与上一版相同').waitFor();
    expect(await yaml.inputValue()).toBe(source);

    await page.getByText('时限', { exact: true }).first().click();
    await page.locator('summary').filter({ hasText: '解决并反馈' }).click();
    await page.getByLabel('紧急', { exact: true }).fill('12h');
    await expect.poll(() => yaml.inputValue()).toContain('target: { urgent: 12h, important: 48h, normal: 72h }');

    await page.getByText('试算时限', { exact: true }).click();
    const clock = page.getByRole('listitem').filter({ hasText: '解决并反馈' });
    await clock.getByText('12 小时').first().waitFor();

    await page.getByRole('button', { name: '发布' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('12 小时', { exact: true }).waitFor();
    await dialog.getByLabel('发布说明（可选）').fill('紧急件 12 小时内解决');
    await dialog.getByRole('button', { name: '发布' }).click();
    await page.getByRole('cell', { name: '紧急件 12 小时内解决' }).waitFor();
    expect(server.context.playbooks.get(flow).source.version).toBe(shipped + 1);
    expect(await readTicket(id)).toEqual(before);

    await page.getByRole('button', { name: `把在办工单迁移到第 ${shipped + 1} 版` }).click();
    await page.getByText('「解决并反馈」起点不变，到期').waitFor();
    await page.getByRole('button', { name: '迁移全部' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '迁移全部' }).click();
    await page.getByText('已迁移 1 张工单').waitFor();
    expect(await readTicket(id)).toEqual({
      playbookVersion: shipped + 1,
      due: before.due - 12 * 3_600_000,
    });
    expect(errors).toEqual([]);
  });

  it.each([
    { language: 'zh', appearance: 'light' },
    { language: 'en', appearance: 'dark', viewport: phone },
  ] as const)('its pages are clean for axe and fit their window ($language, $appearance)', async (look) => {
    const { page, errors } = await openWindow(browser, server, 'manager', look);
    for (const path of ['', `/${flow}`, `/${flow}/edit`, `/${flow}/migrate?to=${shipped}`]) {
      await page.goto(`/admin/playbooks${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
      expect(await axeProblems(page), path).toEqual([]);
      expect(await sidewaysScroll(page), path).toBe(0);
    }
    expect(errors).toEqual([]);
  });

  it('is retired and restored, and asked for by nobody meanwhile', async () => {
    const { page } = await openWindow(browser, server, 'manager');
    const refused: string[] = [];
    page.on('response', (reply) => reply.status() >= 400 && refused.push(`${reply.status()} ${reply.url()}`));
    await page.goto('/admin/playbooks/quick-response');
    await page.getByRole('button', { name: '停用' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
    await page.getByRole('button', { name: '重新启用' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: '重新启用' }).click();
    await page.getByRole('button', { name: '停用' }).waitFor();
    expect(refused).toEqual([]);
  });

  it('is seen, not changed, by a supervisor', async () => {
    const { page } = await openWindow(browser, server, 'supervisor');
    await page.goto(`/admin/playbooks/${flow}/edit`);
    await page.getByText('您可以查看和试算，不能修改。').waitFor();
    expect(await page.getByRole('button', { name: '发布' }).isDisabled()).toBe(true);
    expect(await page.getByRole('textbox', { name: '流程方案 YAML' }).getAttribute('readonly')).not.toBeNull();
  });
});
