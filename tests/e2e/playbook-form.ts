import type { Locator, Page } from 'playwright-core';
import type { Playbook, PlaybookField } from '../../src/domain/playbook/schema.ts';
import { choose, pick, quickTime } from './ticket-browser.ts';

/** Fills in a form of any playbook as a person does: each field by its label, in the page's language, and in the way of its type. */

/** What is answered, by the field's id: text, lines, an option's id, a person's name, or a quick choice of a moment. */
export type Said = Record<string, string | readonly string[] | true>;

const most = 6;

export async function fillForm(page: Page, playbook: Playbook, formId: string, said: Said): Promise<Locator> {
  const form = formOf(playbook, formId);
  const scope = page.getByRole('form', { name: form.name[await languageOf(page)] });
  await scope.waitFor();
  await fillFields(page, scope, playbook, formId, said);
  return scope;
}

/** The same where the fields stand on a page of their own, as when registering. */
export async function fillFields(
  page: Page,
  scope: Locator,
  playbook: Playbook,
  formId: string,
  said: Said,
): Promise<void> {
  const form = formOf(playbook, formId);
  for (const [id, answer] of Object.entries(said)) {
    const field = form.fields.find((one) => one.id === id);
    if (!field) throw new Error(`${formId} has no field ${id}`);
    await fillField(page, scope, playbook, field, answer);
  }
}

function formOf(playbook: Playbook, formId: string) {
  const form = playbook.forms.find(({ id }) => id === formId);
  if (!form) throw new Error(`${playbook.id} has no form ${formId}`);
  return form;
}

const itemOf = {
  zh: (label: string, n: number) => `${label}，第 ${n} 条`,
  en: (label: string, n: number) => `${label}, item ${n}`,
};

async function languageOf(page: Page): Promise<'zh' | 'en'> {
  return (await page.locator('html').getAttribute('lang')) === 'en' ? 'en' : 'zh';
}

async function fillField(
  page: Page,
  scope: Locator,
  playbook: Playbook,
  field: PlaybookField,
  answer: Said[string],
): Promise<void> {
  const language = await languageOf(page);
  const label = field.name[language];
  const text = String(answer);
  switch (field.type) {
    case 'list': {
      const lines = Array.isArray(answer) ? answer : [text];
      for (const [index, line] of lines.entries()) {
        if (index > 0) await page.keyboard.press('Enter');
        await scope.getByRole('textbox', { name: itemOf[language](label, index + 1) }).fill(line);
      }
      return;
    }
    case 'check':
      return choose(scope, label, language === 'zh' ? '是' : 'Yes');
    case 'date-time':
      return quickTime(scope, label, text);
    case 'choices':
      for (const one of Array.isArray(answer) ? answer : [text]) {
        await scope.getByLabel(optionsOf(playbook, field).find(({ id }) => id === one)?.name[language] ?? one).check();
      }
      return;
    case 'staff':
    case 'staff-list':
      return pick(scope, label, text);
    case 'choice':
    case 'department': {
      const options = optionsOf(playbook, field);
      const option = options.find(({ id }) => id === text)?.name[language] ?? text;
      return options.length <= most ? choose(scope, label, option) : pick(scope, label, option);
    }
    default:
      return scope.getByRole('textbox', { name: label, exact: true }).fill(text);
  }
}

function optionsOf(playbook: Playbook, { type, options, optionsFrom }: PlaybookField) {
  if (type === 'department') return playbook.departments;
  const lists = {
    channels: playbook.channels,
    'customer-types': playbook.customerTypes,
    categories: playbook.categories,
    priorities: playbook.priorities,
    ratings: playbook.ratings,
  };
  return options ?? (optionsFrom ? lists[optionsFrom] : []);
}
