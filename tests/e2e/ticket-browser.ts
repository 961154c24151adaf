import type { Locator, Page } from 'playwright-core';
import { vi } from 'vitest';
import type { Cast } from '../support/cast.ts';

/** How the tests of the ticket pages work the console: by role and label, as a person does. */

/** Chooses an option of a field that stands open as pills. */
export async function choose(scope: Page | Locator, field: string, option: string): Promise<void> {
  await scope.getByRole('radiogroup', { name: field, exact: true }).getByText(option, { exact: true }).click();
}

/**
 * Takes an option of a list that folds out, or a person of one that does. On a machine that can hardly keep up, a list now and then folds up again
 * before the option is reached; then it is opened anew, as a person would.
 */
export async function pick(scope: Page | Locator, field: string, option: string): Promise<void> {
  const page = 'page' in scope ? scope.page() : scope;
  const select = scope.locator('.ant-select').filter({ has: page.getByRole('combobox', { name: field, exact: true }) });
  const list = select.getByRole('combobox');
  const take = async () => {
    if ((await list.getAttribute('aria-expanded')) !== 'true') await list.click({ timeout: 5_000 });
    await page.locator('.ant-select-dropdown').getByTitle(option, { exact: true }).last().click({ timeout: 5_000 });
    await select.getByText(option, { exact: true }).waitFor({ timeout: 2_000 });
  };
  await vi.waitFor(take, { timeout: 40_000, interval: 100 });
}

/** Takes one of the quick choices beside a moment. */
export async function quickTime(scope: Page | Locator, field: string, choice: string): Promise<void> {
  const page = 'page' in scope ? scope.page() : scope;
  const input = page.getByRole('textbox', { name: field, exact: true });
  await scope.locator('div').filter({ has: input }).getByRole('button', { name: choice, exact: true }).last().click();
}

/** The number that is shown in large after registering. */
export async function shownNumber(page: Page): Promise<string> {
  return (
    (await page
      .locator('strong')
      .filter({ hasText: /^[A-Z]{2}\d{11,}$/ })
      .textContent()) ?? ''
  );
}

export type Stored = {
  id: number;
  number: string;
  version: number;
  stage: string;
  status: string;
  cycle: number;
  priority: string;
  category: string | null;
  owner: number | null;
  isAccepted: boolean;
  isResultTold: boolean;
  rating: string | null;
  customer: { id: number; isErased: boolean };
  wait: { for: string } | null;
  forms: { form: string; cycle: number; answers: Record<string, unknown> }[];
};

/** The ticket as the server keeps it. */
export async function stored(cast: Cast, number: string): Promise<Stored> {
  const { body } = await cast.supervisor.call('GET', `/tickets/by-number/${number}`);
  return body as Stored;
}

export async function act(
  cast: Cast,
  who: keyof Cast,
  ticket: { id: number },
  action: string,
  body: object,
): Promise<void> {
  const now = (await cast.supervisor.call('GET', `/tickets/${ticket.id}`)).body as { version: number };
  const reply = await cast[who].call('POST', `/tickets/${ticket.id}/${action}`, { version: now.version, ...body });
  if (reply.status !== 200) throw new Error(`${action} was refused: ${reply.text}`);
}
