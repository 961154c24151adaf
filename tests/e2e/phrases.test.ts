import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PhraseView } from '../../src/contract/phrase.ts';
import type { Cast } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';
import { axeProblems, openWindow, phone, register, sidewaysScroll } from './console-shell-browser.ts';
import { openScene } from './scene.ts';

describe('phrases', () => {
  let server: TestServer;
  let cast: Cast;
  let browser: Browser;

  beforeAll(async () => {
    ({ server, cast, browser } = await openScene());
  });

  const phrases = async (words: string) =>
    ((await cast.agent.call('GET', `/phrases?words=${encodeURIComponent(words)}`)).body as { items: PhraseView[] })
      .items;

  it('a supervisor writes one; a variable that does not exist is told before it is kept', async () => {
    const { page, errors } = await openWindow(browser, server, 'supervisor');
    await page.goto('/admin/phrases');
    await page.getByRole('button', { name: '新增话术' }).click();
    await page.getByLabel('中文标题').fill('雨天改期');
    const text = page.getByLabel('中文内容');
    await text.fill('雨太大，师傅来不了，{{customerNmae}}请谅解，最迟');
    await page.getByText('是否指 {{customerName}}').waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('没有变量 {{customerNmae}}').nth(1).waitFor();
    expect(await phrases('雨太大')).toEqual([]);
    await text.fill('雨太大，师傅来不了，请谅解，最迟');
    await page.getByRole('button', { name: '预计时间', exact: true }).click();
    await page.keyboard.type('上门。');
    await page.getByRole('region', { name: '中文预览' }).getByText('3月2日 18:00').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: /^雨天改期/ }).waitFor();
    const [kept] = await phrases('雨太大');
    expect(kept?.text.zh).toBe('雨太大，师傅来不了，请谅解，最迟{{eta}}上门。');
    await page.getByLabel('按字词查找').fill('退款');
    await page.getByRole('button', { name: /^退款已办/ }).waitFor();
    expect(await page.getByRole('button', { name: /^雨天改期/ }).count()).toBe(0);
    expect(page.url()).toContain('words=');
    expect(errors).toEqual([]);
  });

  const area = (page: Page) => page.getByRole('textbox', { name: '对客户说的话' });

  it('an agent finds one by keyboard, fills its blanks, sends it and sees it in the timeline', async () => {
    const ticket = await register(cast, '门铃一直响');
    const { page, errors } = await openWindow(browser, server, 'agent');
    await page.goto(`/tickets/${ticket.id}`);
    await area(page).focus();
    await page.keyboard.type('/');
    const search = page.getByRole('combobox', { name: '按字词查找' });
    await search.waitFor();
    await page.keyboard.press('Escape');
    await search.waitFor({ state: 'detached' });
    // Left without a choice, what was typed stays; it can be asked for again.
    expect(await area(page).inputValue()).toBe('/');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('/');
    await search.waitFor();
    await page.keyboard.type('到期前 延后');
    await page.getByRole('option', { name: /到期前告知要延后/, selected: true }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await search.waitFor({ state: 'detached' });
    await page.getByText('还有 3 处没填').waitFor();
    // The first blank is selected: typing writes over it.
    await page.keyboard.type('配件在路上');
    await page.getByText('还有 2 处没填').waitFor();
    await page.getByRole('button', { name: '告知客户', exact: true }).click();
    await page.getByText('请先填好标出的 2 处').waitFor();
    await page.getByRole('button', { name: '去填：下一步' }).click();
    await page.keyboard.type('先用备用机');
    await page.getByRole('button', { name: '附上承诺时间' }).click();
    await page.getByRole('menuitem').first().click();
    await page.getByText('没填').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '告知客户', exact: true }).click();
    await page.getByText('已记录，并告知客户').waitFor();
    await page.getByRole('article').or(page.getByRole('listitem')).getByText('因为配件在路上').first().waitFor();
    const { body } = await cast.agent.call('GET', `/tickets/${ticket.id}/timeline`);
    const { items } = body as { items: { type: string; data: Record<string, unknown>; text: { message: string } }[] };
    const told = items.filter((one) => one.type === 'customer.informed');
    expect(told).toHaveLength(1);
    expect(told[0]?.data).toMatchObject({ kind: 'delay', eta: expect.anything() });
    expect(told[0]?.text.message).toMatch(/^王小明，原先说的时间赶不上了.*因为配件在路上，要延到\d+月.*先用备用机/);
    expect((await phrases('到期前告知要延后'))[0]?.useCount).toBe(1);
    expect(errors).toEqual([]);
  });

  it('the registration form says what to say next', async () => {
    const { page, errors } = await openWindow(browser, server, 'agent', { viewport: phone });
    await page.goto('/register?playbook=response-toolkit');
    const card = page.getByRole('region', { name: '接下来这样说' });
    await card.getByText('这里是回音示范，我是陈客服').waitFor();
    await page.getByLabel('需求描述').fill('打了三次电话都没人管，气死我了');
    await card.getByText('听起来客户很着急').waitFor();
    await card.getByRole('button', { name: '说过了' }).click();
    await card.getByText('联系方式').first().waitFor();
    await card.getByRole('button', { name: '填「联系方式」' }).click();
    await page.keyboard.type('13800000000');
    await card.getByRole('button', { name: '填「姓名或昵称」' }).click();
    await page.keyboard.type('王女士');
    await page.getByRole('radiogroup', { name: '需求类型' }).getByText('投诉', { exact: true }).click();
    await page.getByRole('radiogroup', { name: '紧急程度' }).getByText('紧急', { exact: true }).click();
    await page.getByLabel('紧急理由').fill('无法使用');
    await card.getByText('15 分钟内').waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await axeProblems(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
