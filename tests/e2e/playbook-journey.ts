import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { playbookOf, type ShippedId } from '../domain/playbook-documents.ts';
import type { Cast, Part } from '../support/cast.ts';
import { openWindow } from './console-shell-browser.ts';
import { fillFields, fillForm, type Said } from './playbook-form.ts';
import type { Scene } from './scene.ts';
import { act } from './ticket-browser.ts';

/** Whoever has to act; `product` is somebody of the product department besides the cast. */
export type Person = Part | 'product';

/** One ticket under one playbook, seen by whoever has to act. */
export class Journey {
  readonly playbook;
  readonly #windows = new Map<Person, Page>();
  #id = 0;

  readonly #scene: Scene;

  constructor(scene: Scene, id: ShippedId) {
    this.#scene = scene;
    this.playbook = playbookOf(id);
  }

  /** Registered in the console, as on the phone. */
  async register(said: Said): Promise<void> {
    const page = await this.#window('agent');
    await page.goto(`/register?playbook=${this.playbook.id}`);
    const first = this.playbook.stages[0]?.form ?? '';
    await page.getByRole('textbox').first().waitFor();
    await fillFields(page, page.getByRole('main'), this.playbook, first, said);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: '打开工单' }).click();
    await page.waitForURL(/\/tickets\/\d+/);
    this.#id = Number(/\/tickets\/(\d+)/.exec(page.url())?.[1]);
  }

  async page(who: Person): Promise<Page> {
    const page = await this.#window(who);
    if (!page.url().includes(`/tickets/${this.#id}`)) {
      await page.goto(`/tickets/${this.#id}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
    return page;
  }

  /** `next` is the stage that the ticket comes to; `closed` once it was the last one. */
  async submit(who: Person, form: string, said: Said, next: string): Promise<void> {
    const page = await this.page(who);
    const scope = await fillForm(page, this.playbook, form, said);
    await scope.getByRole('button', { name: /^提交并/ }).click();
    const place = async () => {
      const { status, stage } = await this.stored();
      return status === 'closed' ? status : stage;
    };
    await expect.poll(place, { timeout: 20_000 }).toBe(next);
  }

  async accept(who: Person): Promise<void> {
    const page = await this.page(who);
    await page.getByRole('toolbar').getByRole('button', { name: '接受任务' }).click();
    const dialog = page.getByRole('dialog', { name: '接受任务' });
    await dialog.getByLabel('处理计划').fill('马上处理');
    await dialog.getByRole('button', { name: '接受任务' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async tell(who: Person, message: string): Promise<void> {
    const page = await this.page(who);
    await page.getByRole('button', { name: '去告知结果' }).click();
    await page.getByLabel('对客户说的话').fill(message);
    await page.getByRole('form', { name: '告知客户' }).getByRole('button', { name: '告知客户' }).click();
    await page.getByText('已记录，并告知客户').waitFor();
  }

  /** What departments do together has a journey of its own in the browser; here it is asked for directly. */
  async together(who: keyof Cast, action: string, body: object): Promise<void> {
    await act(this.#scene.cast, who, { id: this.#id }, action, body);
  }

  async stored(): Promise<TicketDetail> {
    return (await this.#scene.cast.supervisor.call('GET', `/tickets/${this.#id}`)).body as TicketDetail;
  }

  /** Closed, nothing left to promise, and the forms are there to be printed. */
  async isArchived(printed: readonly string[]): Promise<void> {
    const ticket = await this.stored();
    expect(ticket).toMatchObject({ status: 'closed', isSatisfied: true });
    expect(ticket.clocks.filter(({ status }) => status === 'running' || status === 'paused')).toEqual([]);
    const outputs = await this.#scene.cast.supervisor.call('GET', `/tickets/${this.#id}/outputs`);
    const { forms } = outputs.body as { forms: { form: string; isFilled: boolean }[] };
    expect(forms.filter(({ isFilled }) => isFilled).map(({ form }) => form)).toEqual(
      expect.arrayContaining([...printed]),
    );
  }

  async #window(who: Person): Promise<Page> {
    const known = this.#windows.get(who);
    if (known) return known;
    const { page } = await openWindow(this.#scene.browser, this.#scene.server, who as Part);
    this.#windows.set(who, page);
    return page;
  }
}
