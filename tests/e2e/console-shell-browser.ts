import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Cast, type Part, password, phoneComplaint } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';

/** What the tests of the console's frame share: windows of the cast, demands to look at, and axe. */
export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

type Look = {
  language?: 'zh' | 'en';
  appearance?: 'light' | 'dark';
  viewport?: typeof desktop;
  hasMotion?: boolean;
};

/**
 * A window of its own, signed in as `part`, or as nobody. Errors that the page reports fail the test. It wishes for less motion unless it
 * `hasMotion`, as a person may: on a busy machine a press can miss what is still moving.
 */
export async function openWindow(
  browser: Browser,
  server: TestServer,
  part: Part | null,
  { language = 'zh', appearance = 'light', viewport = desktop, hasMotion = false }: Look = {},
): Promise<{ page: Page; context: BrowserContext; errors: string[] }> {
  const context = await browser.newContext({
    viewport,
    baseURL: server.url,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: hasMotion ? 'no-preference' : 'reduce',
  });
  if (part) {
    const data = { login: part, password };
    const reply = await context.request.post('/api/v1/session', { data, headers: { origin: server.url } });
    if (!reply.ok()) throw new Error(`${part} could not sign in: ${await reply.text()}`);
  }
  const script = `localStorage.getItem('huiyin.language') ?? localStorage.setItem('huiyin.language', '${language}');
    localStorage.getItem('huiyin.appearance') ?? localStorage.setItem('huiyin.appearance', '${appearance}');`;
  await context.addInitScript(script);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, context, errors };
}

/** Registers a demand as the agent does; its text can be looked for. */
export async function register(
  cast: Cast,
  phenomenon: string,
): Promise<{ id: number; number: string; version: number }> {
  const answers = { ...phoneComplaint, phenomenon };
  const reply = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers });
  if (reply.status !== 201) throw new Error(`not registered: ${reply.text}`);
  return reply.body as { id: number; number: string; version: number };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page as it stands, menus that are closing apart: rule and the first place of each. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.waitForFunction(() => document.querySelector('.ant-dropdown:not(.ant-dropdown-hidden)') === null);
  // What is still fading in has less contrast than it will have.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      const isEndless = effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
      return playState !== 'running' || isEndless;
    }),
  );
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await checker.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  });
}

export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
