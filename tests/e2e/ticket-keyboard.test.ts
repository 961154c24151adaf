import type { Browser, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cast } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';
import { openWindow } from './console-shell-browser.ts';
import { openScene } from './scene.ts';
import { shownNumber, stored } from './ticket-browser.ts';

let server: TestServer;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  ({ server, cast, browser } = await openScene());
});

const mostSteps = 80;

/** Tab, until the keyboard is there, as somebody without a mouse gets there; on the way every stop is to be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < mostSteps; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await tabOn(page);
  }
  throw new Error(`not reached by Tab: ${target}`);
}

/** What is focused, or what it is drawn by, looks different once the keyboard has moved on. */
async function tabOn(page: Page): Promise<void> {
  const drawn = await page.evaluateHandle(() => {
    const here = document.activeElement;
    // A page that was just opened holds the keyboard at its beginning, where nothing is to be pressed.
    if (!(here instanceof HTMLElement) || here.tabIndex < 0) return [];
    const parts = [here, ...(here.closest('label')?.querySelectorAll('*') ?? [])];
    for (let parent = here.parentElement; parent && parts.length < 12; parent = parent.parentElement)
      parts.push(parent);
    return parts;
  });
  const look = () =>
    drawn.evaluate((parts) => {
      const of = (part: Element, pseudo?: string) => {
        const { outline, boxShadow, borderColor, backgroundColor, color } = getComputedStyle(part, pseudo);
        return [outline, boxShadow, borderColor, backgroundColor, color].join(' ');
      };
      return parts.map((part) => (part.isConnected ? of(part) + of(part, '::after') : 'gone')).join();
    });
  const focused = await look();
  const { name, isDrawn } = await drawn.evaluate(([here]) => ({
    name: here?.outerHTML.slice(0, 200) ?? '',
    // A field may be drawn by what is around it; a button that cannot be seen is none.
    isDrawn: !here?.matches('button, a') || here.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
  }));
  expect(isDrawn, `cannot be seen: ${name}`).toBe(true);
  await page.keyboard.press('Tab');
  const isSameField = await drawn.evaluate(
    ([here]) => here?.closest('.ant-select, .ant-picker')?.contains(document.activeElement) ?? false,
  );
  if (name === '' || isSameField) return;
  await expect.poll(look, { message: `the focus cannot be seen: ${name}` }).not.toBe(focused);
}

/** Chooses in a group that stands open: into it by Tab, through it by the arrows. */
async function choose(page: Page, field: string, option: string): Promise<void> {
  const group = page.getByRole('radiogroup', { name: field, exact: true });
  const radio = group.getByRole('radio', { name: option, exact: true });
  const chosen = group.getByRole('radio', { checked: true });
  await tabTo(page, (await chosen.count()) > 0 ? chosen : group.getByRole('radio').first());
  for (let step = 0; step < mostSteps && !(await radio.isChecked()); step++) await page.keyboard.press('ArrowRight');
  expect(await radio.isChecked()).toBe(true);
}

async function write(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, page.getByRole('textbox', { name: field, exact: true }));
  await page.keyboard.type(text);
}

describe('a phone complaint, without a mouse', () => {
  it('is registered, classified, handed to its owner and noted upon', async () => {
    const { page, errors } = await openWindow(browser, server, 'supervisor');
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    // What fades in looks for a moment as it did before.
    await page.addStyleTag({ content: '* { transition: none !important; }' });

    await page.keyboard.press('n');
    await tabTo(page, page.getByLabel('联系方式'));
    await page.keyboard.type('138-0013-8000');
    await write(page, '客户姓名', '王小明');
    await write(page, '何时发生', '今天上午');
    await write(page, '何处发生', '支付页面');
    await write(page, '问题现象', '付款时提示系统繁忙，扣了两次钱');
    await write(page, '期望结果', '退回多扣的钱');
    await page.keyboard.press('Control+Enter');
    const number = await shownNumber(page);
    expect(await stored(cast, number)).toMatchObject({ stage: 'classify', status: 'todo' });

    await tabTo(page, page.getByRole('button', { name: '打开工单' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /付款时提示系统繁忙/ }).waitFor();

    await choose(page, '问题类别', '系统故障');
    await choose(page, '优先级', '紧急');
    await write(page, '定级理由', '扣款两次，影响所有支付');
    await choose(page, '建议处理部门', '技术部');
    await tabTo(page, page.getByRole('button', { name: '提交并进入「任务分派」' }));
    await page.keyboard.press('Enter');
    await page.getByText('已进入环节「任务分派」').waitFor();
    const classified = { stage: 'assign', category: 'system-failure', priority: 'urgent' };
    expect(await stored(cast, number)).toMatchObject(classified);

    await page.getByRole('form', { name: '任务分配单' }).waitFor();
    await choose(page, '处理部门', '技术部');
    await tabTo(page, page.getByRole('combobox', { name: '主责人' }));
    await page.keyboard.type('李工');
    await page.keyboard.press('Enter');
    await write(page, '任务要求', '查清重复扣款，当天给方案');
    await tabTo(page, page.getByRole('button', { name: '4 小时后', exact: true }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已进入环节「分析原因」').waitFor();
    expect(await stored(cast, number)).toMatchObject({ stage: 'analyse', owner: cast.specialist.id });

    await choose(page, '写给谁', '内部备注');
    await write(page, '备注内容', '客户下午三点后方便接电话');
    await page.keyboard.press('Control+Enter');
    await page.getByText('备注已保存').waitFor();
    const { id } = await stored(cast, number);
    const { body } = await cast.supervisor.call('GET', `/tickets/${id}/timeline`);
    expect(JSON.stringify(body)).toContain('客户下午三点后方便接电话');
    expect(errors).toEqual([]);
  });
});
