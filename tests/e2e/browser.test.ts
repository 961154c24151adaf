import { beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

describe('the documentation page', () => {
  it('opens in a real browser without errors and nothing from outside', async () => {
    const browser = await openBrowser();
    const page = await browser.newPage();
    const foreign: string[] = [];
    const problems: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) foreign.push(request.url());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('favicon')) problems.push(message.text());
    });
    await page.goto(`${server.url}/api/v1/docs`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Huiyin');
    await page.getByRole('link', { name: 'All error codes' }).click();
    expect(await page.getByText('request.not-utf8').isVisible()).toBe(true);
    expect({ foreign, problems }).toEqual({ foreign: [], problems: [] });
  });
});
