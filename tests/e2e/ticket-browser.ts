import type { Locator, Page } from 'playwright-core';
import type { Cast } from '../support/cast.ts';

/** How the tests of the ticket pages work the console: by role and label, as a person does. */

/** Chooses an option of a field that stands open as pills. */
export async function choose(scope: Page | Locator, field: string, option: string): Promise<void> {
  await scope.getByRole('radiogroup', { name: field, exact: true }).getByText(option, { exact: true }).click();
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
