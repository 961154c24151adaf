import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cast, Part } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';
import { openWindow, register } from './console-shell-browser.ts';
import { openScene } from './scene.ts';
import { choose, pick, quickTime, stored } from './ticket-browser.ts';

let server: TestServer;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  ({ server, cast, browser } = await openScene());
});

async function open(part: Part, id: number): Promise<Page> {
  const { page } = await openWindow(browser, server, part);
  await page.goto(`/tickets/${id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

describe('a phone complaint under the seven steps', () => {
  it('is carried from classification to the archive, through a dissatisfied customer', async () => {
    const { id, number } = await register(cast, '付款时一直提示系统繁忙，钱扣了两次');
    const supervisor = await open('supervisor', id);
    await classify(supervisor);
    await assign(supervisor);
    expect(await stored(cast, number)).toMatchObject({
      stage: 'analyse',
      priority: 'urgent',
      category: 'system-failure',
    });

    const specialist = await open('specialist', id);
    await accept(specialist);
    expect(await stored(cast, number)).toMatchObject({ isAccepted: true, owner: cast.specialist.id });
    await analyse(specialist);
    await carryOut(specialist);
    expect(await stored(cast, number)).toMatchObject({ stage: 'confirm', status: 'resolved' });

    // The callback waits for its gate: the customer must hear the result first.
    const agent = await open('agent', id);
    await agent.getByText('把处理结果告知客户').waitFor();
    await agent.getByRole('button', { name: '去告知结果' }).click();
    await tell(agent, '多扣的钱已原路退回，给您添麻烦了');
    await standsAtStage(agent);
    await callBack(agent, '未解决', '不满意', '只退了一笔');
    await agent.getByText('二次处理 · 第 2 轮').waitFor();
    expect(await stored(cast, number)).toMatchObject({ cycle: 2, stage: 'assign', isResultTold: false });

    // The supervisor's window learns of it by itself.
    await supervisor.getByText('二次处理 · 第 2 轮').waitFor();
    await supervisor.getByText('重办原因').waitFor();
    await assign(supervisor);
    await standsAtStage(supervisor);
    await accept(specialist);
    await analyse(specialist);
    await carryOut(specialist);
    // Whoever speaks to the customer finds it among their work, though the department owns it.
    await agent.goto('/');
    const turn = agent.getByRole('region', { name: /轮到您了/ });
    await turn.getByRole('link', { name: new RegExp(number) }).click();
    await agent.getByRole('button', { name: '去告知结果' }).click();
    await tell(agent, '第二笔也已退回');
    await callBack(agent, '已解决', '满意', '');
    // So does whoever may archive it.
    await supervisor.goto('/');
    const pool = supervisor.getByRole('region', { name: /等人来办/ });
    await pool.getByRole('link', { name: new RegExp(number) }).click();
    await archive(supervisor);
    await supervisor.getByText('工单已关闭归档', { exact: true }).waitFor();
    await supervisor
      .getByText(/关闭归档/)
      .first()
      .waitFor();
    const closed = await stored(cast, number);
    expect(closed).toMatchObject({ status: 'closed', rating: 'satisfied', cycle: 2 });
    expect(closed.forms.map(({ form }) => form)).toEqual(
      expect.arrayContaining([
        'feedback-register',
        'classification',
        'task-order',
        'analysis-report',
        'execution-record',
        'callback-record',
        'archive-checklist',
      ]),
    );
  });
});

/** What is to be done next is at the top of the page, and the keyboard at its beginning. */
async function standsAtStage(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const stage = document.activeElement;
    if (stage?.id !== 'ticket-stage') return false;
    const { top } = stage.getBoundingClientRect();
    return top >= 0 && top < window.innerHeight / 2;
  });
}

async function classify(page: Page): Promise<void> {
  await choose(page, '问题类别', '系统故障');
  await choose(page, '优先级', '紧急');
  await page.getByText('核心功能无法使用，或客户损失重大').waitFor();
  await page.getByRole('textbox', { name: '定级理由' }).fill('扣款两次，影响所有支付');
  // The category leads to the department, until somebody says otherwise.
  const suggested = page.getByRole('radiogroup', { name: '建议处理部门' });
  const led = (department: string) => suggested.getByRole('radio', { name: department, exact: true }).isChecked();
  await expect.poll(() => led('技术部')).toBe(true);
  await choose(page, '问题类别', '物流配送');
  await expect.poll(() => led('物流部')).toBe(true);
  await choose(page, '问题类别', '系统故障');
  await expect.poll(() => led('技术部')).toBe(true);
  await page.getByRole('button', { name: '提交并进入「任务分派」' }).click();
  await page.getByText('已进入环节「任务分派」').waitFor();
}

async function assign(page: Page): Promise<void> {
  await page.getByRole('form', { name: '任务分配单' }).waitFor();
  await choose(page, '处理部门', '技术部');
  await pick(page, '主责人', '李工');
  await page.getByRole('textbox', { name: '任务要求' }).fill('查清重复扣款，当天给方案');
  await quickTime(page, '完成期限', '4 小时后');
  await page.getByRole('button', { name: '提交并进入「分析原因」' }).click();
  await page.getByText('已进入环节「分析原因」').waitFor();
}

async function accept(page: Page): Promise<void> {
  await page.getByRole('toolbar').getByRole('button', { name: '接受任务' }).click();
  const dialog = page.getByRole('dialog', { name: '接受任务' });
  await dialog.getByLabel('处理计划').fill('先查网关日志');
  await dialog.getByRole('button', { name: '接受任务' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function analyse(page: Page): Promise<void> {
  await page.getByLabel('查数据与日志').check();
  await page.getByRole('textbox', { name: '根本原因' }).fill('网关超时后自动重试');
  await choose(page, '原因归类', '系统故障');
  await page.getByRole('textbox', { name: '解决方案' }).fill('冲正多扣的款，关闭自动重试');
  await quickTime(page, '预计完成时间', '2 小时后');
  await choose(page, '是否需要跨部门协作', '不需要');
  await page.keyboard.press('Control+Enter');
  await page.getByText('已进入环节「执行方案」').waitFor();
}

async function carryOut(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '执行步骤，第 1 条' }).fill('关闭自动重试');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '执行步骤，第 2 条' }).fill('冲正 37 笔');
  await quickTime(page, '完成时间', '现在');
  await page.getByLabel('核对数据').check();
  await page.getByRole('textbox', { name: '验证结果' }).fill('账实相符');
  await choose(page, '主责人确认效果达到要求', '是');
  await page.getByRole('button', { name: '提交并进入「回访确认」' }).click();
  await page.getByText('已进入环节「回访确认」').waitFor();
}

async function tell(page: Page, message: string): Promise<void> {
  await page.getByLabel('对客户说的话').fill(message);
  await page.getByRole('form', { name: '告知客户' }).getByRole('button', { name: '告知客户' }).click();
  await page.getByText('已记录，并告知客户').waitFor();
}

async function callBack(page: Page, solved: string, rating: string, remark: string): Promise<void> {
  const form = page.getByRole('form', { name: '客户满意度回访记录' });
  await form.getByRole('textbox', { name: '回访时间' }).fill('2026-03-02 10:00');
  await page.keyboard.press('Enter');
  await choose(form, '回访方式', '电话');
  await choose(form, '客户确认是否解决', solved);
  await choose(form, '满意度', rating);
  await form.getByLabel('客户意见').fill(remark);
  await form.getByRole('button', { name: /^提交并/ }).click();
}

async function archive(page: Page): Promise<void> {
  await choose(page, '六张单据已核对齐全', '是');
  await choose(page, '是否需要复盘', '不需要');
  await page.getByRole('button', { name: '提交并归档关闭' }).click();
}
