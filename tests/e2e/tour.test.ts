import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../seeds/demo/index.ts';
import { visitorContact } from '../../seeds/demo/visitors.ts';
import { playbookOf } from '../domain/playbook-documents.ts';
import { openBrowser } from '../support/browser.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openWindow } from './console-shell-browser.ts';
import { fillFields, fillForm, type Said } from './playbook-form.ts';

/** The five-minute tour of the README, step by step, on the demo that it starts. */

const playbook = playbookOf('huiyin');
const said: string[] = [];
let server: TestServer;
let browser: Browser;
let address = '';

/** What stands on the pages, as README.zh-CN.md and README.md call it. */
const words = {
  zh: {
    login: '账号',
    password: '密码',
    signIn: '登录',
    myWork: '我的工作',
    register: '登记工单',
    open: '打开工单',
    hours: (count: number) => `${count} 小时后`,
    accept: '接受任务',
    plan: '处理计划',
    why: '为什么是这个时间',
    tellResult: '去告知结果',
    message: '对客户说的话',
    toCustomer: '告知客户',
    tell: '告知客户',
    told: '已记录，并告知客户',
  },
  en: {
    login: 'Login',
    password: 'Password',
    signIn: 'Sign in',
    myWork: 'My work',
    register: 'Register a ticket',
    open: 'Open ticket',
    hours: (count: number) => `In ${count} hours`,
    accept: 'Accept',
    plan: 'Plan',
    why: 'Why this time',
    tellResult: 'Tell the result',
    message: 'Message to the customer',
    toCustomer: 'To the customer',
    tell: 'Tell the customer',
    told: 'Recorded, and the customer is told',
  },
};
type Language = keyof typeof words;

beforeAll(async () => {
  server = await startTestServer({ clock: new FakeClock(Date.now()) });
  await seedDemo(server.context, (line) => said.push(line));
  browser = await openBrowser();
}, 120_000);

async function signIn(login: string, language: Language = 'zh'): Promise<Page> {
  const { page } = await openWindow(browser, server, null, { language });
  const say = words[language];
  await page.goto('/');
  await page.getByRole('textbox', { name: say.login }).fill(login);
  await page.getByLabel(say.password).fill('huiyin-demo');
  await page.getByRole('button', { name: say.signIn }).click();
  await page.getByRole('link', { name: say.myWork }).first().waitFor();
  return page;
}

async function submit(page: Page, form: string, answers: Said, stage: string): Promise<void> {
  const scope = await fillForm(page, playbook, form, answers);
  await scope.getByRole('button', { name: /^(提交并|Submit and)/ }).click();
  await expect.poll(() => stageOf(page), { timeout: 20_000 }).toBe(stage);
}

async function stageOf(page: Page): Promise<string> {
  const reply = await page.request.get(`/api/v1${address}`);
  return ((await reply.json()) as { stage: string }).stage;
}

describe('the five-minute tour', () => {
  it('tells at the start whom to sign in as and which request waits for its survey', () => {
    expect(said.join('\n')).toMatch(new RegExp(`/portal.*follow HY\\d{12} with ${visitorContact}`));
    for (const login of ['chen', 'zhou', 'zhao', 'ma', 'luo']) expect(said.at(-1)).toContain(login);
  });

  it.each(['zh', 'en'] as const)(
    'registers a call, hands it off, works it, verifies and tells the result (%s)',
    async (language) => {
      const say = words[language];
      const agent = await signIn('chen', language);
      await agent.keyboard.press('n');
      await agent.getByRole('heading', { level: 1, name: say.register }).waitFor();
      await fillFields(agent, agent.getByRole('main'), playbook, 'registration', {
        'customer-contact': visitorContact,
        'customer-standing': 'new',
        'customer-type': 'existing',
        occurred: '今天，小区门口',
        description: '净水器还没送到，想知道几点',
        expectation: '今天送到',
      });
      await agent.getByText('苏晴').first().waitFor();
      await agent.keyboard.press('Control+Enter');
      await agent.getByRole('button', { name: say.open }).click();
      await agent.waitForURL(/\/tickets\/\d+/);
      address = new URL(agent.url()).pathname;
      await submit(
        agent,
        'handoff-template',
        {
          category: 'consultation',
          priority: 'normal',
          'priority-reason': '客户在家等',
          scenario: '下单后一直没有送到',
          'core-demands': ['几点送到'],
          'preliminary-judgement': '在派送途中',
          'promised-already': '无',
          department: 'logistics',
          owner: '赵磊',
          requirement: '问清几点送到',
          deadline: say.hours(4),
        },
        'respond',
      );

      const owner = await signIn('zhao', language);
      await owner.goto(address);
      await owner.getByRole('toolbar').getByRole('button', { name: say.accept, exact: true }).click();
      const dialog = owner.getByRole('dialog', { name: say.accept });
      await dialog.getByLabel(say.plan).fill('联系派送员');
      await dialog.getByRole('button', { name: say.accept }).click();
      await dialog.waitFor({ state: 'hidden' });
      await owner.getByRole('button', { name: say.why }).first().click();
      await owner.getByRole('dialog', { name: say.why }).waitFor();
      await owner.keyboard.press('Escape');
      const analysis = {
        'root-cause': '派送员漏了通知',
        'cause-kind': 'people',
        solution: '今天五点前送到',
        expected: say.hours(2),
        collaboration: 'none',
      };
      await submit(owner, 'analysis', analysis, 'carry-out');
      await submit(owner, 'execution', { steps: ['联系派送员'], result: '今天五点前送到' }, 'verify');
      await submit(agent, 'verification', { how: '看到派送轨迹', 'is-verified': true }, 'confirm');
      await agent.getByRole('button', { name: say.tellResult }).click();
      await agent.getByLabel(say.message).fill('今天五点前送到');
      await agent.getByRole('form', { name: say.toCustomer }).getByRole('button', { name: say.tell }).click();
      await agent.getByText(say.told).waitFor();
    },
  );

  it('lets customers ask, chase and answer the survey, and starts again one level higher', async () => {
    const { page } = await openWindow(browser, server, null);
    await page.goto('/portal');
    await page.getByRole('combobox', { name: '诉求类型' }).or(page.getByLabel('咨询')).first().waitFor();
    await page.getByLabel('咨询').check();
    await page.getByLabel('请描述具体情况').fill('滤芯多久换一次？');
    await page.getByLabel('怎么称呼您').fill('林女士');
    await page.getByLabel('联系方式').fill('139-0000-1234');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByTestId('number').waitFor();
    await page.getByRole('button', { name: '查看进度' }).click();
    await page.getByRole('button', { name: '催办' }).click();
    await page.getByText(/已提醒处理人员/).waitFor();
    await page.getByRole('button', { name: '退出查询' }).click();

    const number = /follow (HY\d+)/.exec(said.join())?.[1] ?? '';
    await page.getByLabel('编号').fill(number);
    await page.getByLabel('联系方式').fill(visitorContact);
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.getByRole('radio', { name: '不满意' }).first().check();
    await page.getByLabel('哪里没有解决好').fill('还是没有送到');
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByRole('heading', { name: '抱歉没有让您满意，我们重新来' }).waitFor();

    const supervisor = await signIn('zhou');
    const reply = await supervisor.request.get(`/api/v1/tickets/by-number/${number}`);
    expect(await reply.json()).toMatchObject({ cycle: 2, escalation: 1, stage: 'hand-off' });
  });

  it('shows a department its tracking table and the business its own customers, neither a way to register for the first', async () => {
    const contact = await signIn('ma');
    expect(await contact.getByRole('link', { name: /登记/ }).count()).toBe(0);
    await contact.goto('/tracking');
    await contact
      .getByRole('button', { name: /更新 .* 的进展/ })
      .first()
      .waitFor();
    const business = await signIn('luo');
    await business.getByRole('link', { name: /登记/ }).first().waitFor();
  });
});
