import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Browser, Download, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { analysedComplaint, register, trickyDemand } from '../api/outputs-story.ts';
import type { Cast } from '../support/cast.ts';
import { FakeClock } from '../support/fake-clock.ts';
import type { TestServer } from '../support/server.ts';
import { axeProblems, openWindow, phone, sidewaysScroll } from './console-shell-browser.ts';
import { openScene } from './scene.ts';

describe('forms and tables in the console', () => {
  let server: TestServer;
  let cast: Cast;
  let browser: Browser;
  let page: Page;
  let ticket: TicketDetail;

  beforeAll(async () => {
    ({ server, cast, browser } = await openScene({ clock: new FakeClock() }));
    ticket = await analysedComplaint(cast);
    await register(cast.agent, 'response-toolkit', trickyDemand);
    ({ page } = await openWindow(browser, server, 'supervisor'));
  });

  const download = async (name: string): Promise<Download> => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
    return file;
  };

  it('a ticket’s forms are found by its number and shown as sheets', async () => {
    await page.goto('/outputs');
    await page.getByLabel('工单编号').fill(ticket.number.toLowerCase());
    await page.getByRole('button', { name: '打开' }).click();
    await page.getByRole('article', { name: '客户反馈登记表' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(7);
    await page.getByText('138****8000').first().waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.goto(`/outputs?ticket=${ticket.id}&form=analysis-report`);
    await page.getByRole('article', { name: '问题分析报告' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
  });

  it('contacts come with a reason, into the file too', async () => {
    await page.goto(`/outputs?ticket=${ticket.id}&form=analysis-report`);
    await page.getByRole('button', { name: '显示联系方式' }).click();
    const asking = page.getByRole('dialog', { name: '显示联系方式' });
    await asking.getByLabel('理由').fill('回电核实');
    await asking.getByRole('button', { name: '显示联系方式' }).click();
    await page.getByText('138 0013 8000').waitFor();
    const file = await download('下载 Word');
    expect(file.suggestedFilename()).toBe(`${ticket.number} 问题分析报告.docx`);
    const { rows } = await server.context.pool.query('select what, reason from customer_access order by id');
    expect(rows).toEqual([
      { what: 'reveal', reason: '回电核实' },
      { what: 'export', reason: '回电核实' },
    ]);
  });

  it('print as A4 without anything of the screen', async () => {
    await page.goto(`/outputs?ticket=${ticket.id}`);
    await page.getByRole('article').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: '下载 Word' }).isVisible()).toBe(false);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(7);
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/);
    await page.emulateMedia({ media: 'screen' });
  });

  it('a table is read by days and downloads as a spreadsheet', async () => {
    await page.goto('/outputs');
    // The recommended playbook has a table of the same name.
    await page.locator('a[href="/tables/response-toolkit/demand-record"]').click();
    await page.getByRole('heading', { level: 1, name: '客户需求记录表' }).waitFor();
    await page.getByRole('cell', { name: trickyDemand['customer-name'] }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    const file = await download('下载 Excel');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await readFile(await file.path())) as never);
    expect(book.worksheets[0]?.getCell('C2').value).toBe(trickyDemand['customer-name']);
    await page.goto('/tables/response-toolkit/demand-record?from=2020-01-01&to=2020-01-31');
    await page.getByText('这段时间没有记录').waitFor();
  });

  it('a long demand is folded in its table, and unfolded there', async () => {
    const long = { ...trickyDemand, description: '楼下商铺占道经营，油烟直排。'.repeat(40) };
    await register(cast.agent, 'response-toolkit', long);
    await page.goto('/tables/response-toolkit/demand-record');
    const row = page.getByRole('row').filter({ hasText: '占道经营' });
    const height = async () => (await row.boundingBox())?.height ?? 0;
    await row.getByRole('button', { name: '展开全文' }).waitFor();
    const folded = await height();
    await row.getByRole('button', { name: '展开全文' }).click();
    await row.getByRole('button', { name: '收起' }).waitFor();
    expect(await height()).toBeGreaterThan(folded * 2);
  });

  it('fit on a phone, in English', async () => {
    const { page: small } = await openWindow(browser, server, 'agent', { viewport: phone, language: 'en' });
    await small.goto(`/outputs?ticket=${ticket.id}&form=task-order`);
    await small.getByRole('article', { name: 'Task order' }).waitFor();
    expect(await sidewaysScroll(small)).toBe(0);
    await small.goto('/tables/response-toolkit/demand-record');
    await small.getByRole('heading', { level: 1, name: 'Demand record' }).waitFor();
    expect(await sidewaysScroll(small)).toBe(0);
  });
});
