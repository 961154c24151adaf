import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../src/contract/ticket.ts';
import type { Cast } from '../support/cast.ts';
import { picture, type TestFile, textFile } from '../support/files.ts';
import type { TestServer } from '../support/server.ts';
import { axeProblems, openWindow, phone, register, sidewaysScroll } from './console-shell-browser.ts';
import { openScene } from './scene.ts';
import { shownNumber, stored } from './ticket-browser.ts';

let server: TestServer;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  ({ server, cast, browser } = await openScene({
    playbook: 'response-toolkit',
    env: { HUIYIN_ATTACHMENT_LIMIT_BYTES: '102400' },
  }));
});

const given = ({ name, bytes }: TestFile) => ({ name, mimeType: '', buffer: Buffer.from(bytes) });

/** Drops or pastes a file the way the browser hands it over. */
async function hand(page: Page, label: string, kind: 'drop' | 'paste', { name, bytes }: TestFile): Promise<void> {
  const input = { kind, name, base64: Buffer.from(bytes).toString('base64') };
  await page.getByLabel(label).evaluate((element, { kind: type, name: fileName, base64 }) => {
    const data = new DataTransfer();
    const content = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    data.items.add(new File([content], fileName, { type: 'image/png' }));
    const shared = { bubbles: true, cancelable: true };
    if (type === 'paste') element.dispatchEvent(new ClipboardEvent('paste', { ...shared, clipboardData: data }));
    else {
      element.dispatchEvent(new DragEvent('dragover', { ...shared, dataTransfer: data }));
      element.dispatchEvent(new DragEvent('drop', { ...shared, dataTransfer: data }));
    }
  }, input);
}

async function filesOf(ticketId: number) {
  const { body } = await cast.agent.call('GET', `/tickets/${ticketId}/timeline`);
  return (body as { items: TimelineEntry[] }).items
    .filter(({ type }) => type === 'attachment.added')
    .map(({ data, text }) => ({ name: text?.name, isShown: data.isShown }));
}

describe('files of colleagues', () => {
  it('are chosen, dropped or pasted, and stand with what was said', async () => {
    const { id } = await register(cast, '付款时提示系统繁忙');
    const { page, errors } = await openWindow(browser, server, 'agent');
    await page.goto(`/tickets/${id}`);
    const talk = page.getByRole('region', { name: '沟通' });
    await talk.getByLabel('对客户说的话').fill('请看截图里的步骤');
    await talk
      .getByLabel('添加附件')
      .first()
      .setInputFiles([given(picture('步骤.png'))]);
    await hand(page, '对客户说的话', 'paste', picture('image.png'));
    const waiting = talk.getByRole('list', { name: '待发送的附件' });
    await waiting.getByText(/^截图 \d\d\.\d\d\.\d\d\.png$/).waitFor();
    await talk.getByRole('button', { name: '移除 步骤.png' }).click();
    await hand(page, '对客户说的话', 'drop', picture('步骤.png'));
    expect(await axeProblems(page)).toEqual([]);
    await talk.getByRole('button', { name: '告知客户', exact: true }).click();
    await page.getByText('已记录，并告知客户').waitFor();
    await page.getByRole('link', { name: '查看图片 步骤.png' }).waitFor();
    expect(await waiting.count()).toBe(0);
    const [first, second] = await filesOf(id);
    expect(first).toMatchObject({ name: expect.stringContaining('截图'), isShown: true });
    expect(second).toEqual({ name: '步骤.png', isShown: true });

    await talk.getByText('内部备注', { exact: true }).click();
    const note = page.getByRole('form', { name: '内部备注' });
    await note
      .getByLabel('添加附件')
      .setInputFiles([
        given(textFile('太大.txt', 'a'.repeat(102_401))),
        given(textFile('日志.txt', 'error 502')),
        given(textFile('脚本.html', '<script>')),
      ]);
    await note.getByText(/不支持文件“脚本.html”的类型/).waitFor();
    await note.getByText(/^超过 100 KB/).waitFor();
    await note.getByRole('button', { name: '保存备注' }).click();
    await note.getByText('有附件没有上传成功，请重试或移除').waitFor();
    await note.getByRole('button', { name: '移除 太大.txt' }).click();
    await note.getByRole('button', { name: '移除 脚本.html' }).click();
    await note.getByRole('button', { name: '保存备注' }).click();
    const saved = page.getByRole('link', { name: /^下载 日志.txt/ });
    await saved.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), saved.click()]);
    expect(download.suggestedFilename()).toBe('日志.txt');
    expect((await filesOf(id))[2]).toEqual({ name: '日志.txt', isShown: false });
    expect(await axeProblems(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('files of customers', () => {
  it('come with the request and with a message, and go both ways', async () => {
    const { page, errors } = await openWindow(browser, server, null, { viewport: phone });
    await page.goto('/portal');
    await page.getByLabel('投诉').check();
    await page.getByLabel('请描述具体情况').fill('安装师傅一直没有来');
    await page.getByLabel('怎么称呼您').fill('林女士');
    await page.getByLabel('联系方式').fill('13900001234');
    await page.getByLabel('添加图片或文件').setInputFiles([given(picture('门口.png'))]);
    await page.getByText('提交后上传').waitFor();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText('文件已随请求提交').waitFor();
    const number = (await page.getByTestId('number').textContent())?.trim() ?? '';
    await page.getByRole('button', { name: '查看进度' }).click();
    await page.getByRole('img', { name: '查看 门口.png' }).waitFor();
    await page.getByLabel('添加图片或文件').setInputFiles([given(textFile('经过.txt', '上午等到下午'))]);
    await page.getByText('18 B').waitFor();
    await page.getByRole('button', { name: '发送' }).click();
    const saved = page.getByRole('button', { name: /^下载 经过.txt/ });
    const [download] = await Promise.all([page.waitForEvent('download'), saved.click()]);
    expect(download.suggestedFilename()).toBe('经过.txt');
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await axeProblems(page)).toEqual([]);
    const { id } = (await cast.agent.call('GET', `/tickets/by-number/${number}`)).body as { id: number };
    expect(await filesOf(id)).toEqual([
      { name: '门口.png', isShown: true },
      { name: '经过.txt', isShown: true },
    ]);
    expect(errors).toEqual([]);
  });

  it('given at registration are on the ticket when it has a number', async () => {
    const { page, errors } = await openWindow(browser, server, 'agent');
    await page.goto('/register?playbook=resolution-flow');
    await page.getByLabel('联系方式').fill('139 1234 5678');
    await page.getByLabel('客户姓名').fill('刘思雨');
    await page.getByLabel('问题现象').fill('付款时扣了两次钱');
    await page.getByLabel('何时发生').fill('今天上午');
    await page.getByLabel('何处发生').fill('支付页面');
    await page.getByLabel('期望结果').fill('退回多扣的钱');
    await page.getByLabel('添加附件').setInputFiles([given(picture('扣款.png'))]);
    await page.getByText('登记后上传').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 个附件已添加到工单').waitFor();
    const { id } = await stored(cast, await shownNumber(page));
    expect(await filesOf(id)).toEqual([{ name: '扣款.png', isShown: false }]);
    expect(errors).toEqual([]);
  });
});
