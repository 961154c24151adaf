import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errors } from '../../src/contract/errors.ts';
import * as reportWords from '../../src/domain/review/report-words.ts';
import type { Texts } from '../../src/web/i18n/texts.ts';

/** One word for one thing, in the console, on the public page, in refusals, reports and playbooks. */
type Said = { where: string; text: string };

const modules = import.meta.glob<Record<string, unknown>>('../../src/web/**/*texts.ts', { eager: true });
const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' && value !== null && 'namespace' in value && 'zh' in value && 'en' in value;
const texts = (language: 'zh' | 'en') =>
  Object.values(modules)
    .flatMap((exports) => Object.values(exports).filter(isTexts))
    .flatMap((one) => Object.entries(one[language]).map(([key, text]) => ({ where: `${one.namespace}/${key}`, text })));

const refusals = (...parts: ('zh' | 'en' | 'remedyZh' | 'remedyEn')[]) =>
  Object.entries(errors).flatMap(([code, entry]) =>
    parts.map((part) => ({ where: `refusal/${code}`, text: entry[part] })),
  );
const playbookFolder = new URL('../../playbooks/', import.meta.url);
const playbooks = readdirSync(playbookFolder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ where: `playbook/${file}`, text: readFileSync(new URL(file, playbookFolder), 'utf8') }));
const report = [{ where: 'report', text: JSON.stringify(reportWords) }];

const chinese: Said[] = [...texts('zh'), ...refusals('zh', 'remedyZh'), ...playbooks, ...report];
const english: Said[] = [...texts('en'), ...refusals('en', 'remedyEn')];

type Rule = { say: string; not: RegExp; unless?: RegExp };

const inChinese: Rule[] = [
  { say: '工单', not: /工作单|案件|任务单|票据/ },
  { say: '流程方案', not: /流程模板|工作流/ },
  { say: '时限', not: /SLA/ },
  { say: '退回', not: /驳回|打回|退单/ },
  { say: '传递', not: /转派|移交/ },
  { say: '二次处理', not: /重开|二次办理/ },
  // A note of a review that was done with is taken up again.
  { say: '二次处理', not: /重新打开/, unless: /^reviews\/notes\./ },
  { say: '案例库', not: /知识库/ },
  { say: '离开前须满足', not: /关卡/ },
  {
    say: '主责人',
    not: /(?<!主)责任人/,
    // Tasks and action items have somebody of their own, beside the one who answers for the ticket.
    unless: /coordination|^refusal\/(task|meeting|action|solution|gate\.tasks-done)|^playbook\/coordination/,
  },
  {
    say: '主责人',
    not: /负责人/,
    // Cases and notes of reviews are kept by somebody; a department has a head, and customers know no other word for who is higher up.
    unless: /^(cases|portal|reviews\/notes)|case-given|^refusal\/(case|review)|^playbook\/(handoff|quick-response)/,
  },
];

const inEnglish: Rule[] = [
  { say: 'owner', not: /\bassignees?\b/i },
  { say: 'playbook', not: /\bworkflows?\b/i },
  { say: 'clock, promise', not: /\bSLAs?\b/ },
  { say: 'case library', not: /\bknowledge base\b/i },
  { say: 'second handling', not: /\b(second round|re-?handling)\b/i },
];

function wrong(said: readonly Said[], { not, unless }: Rule): string[] {
  return said
    .filter(({ where, text }) => not.test(text) && !unless?.test(where))
    .map(({ where, text }) => `${where}: ${not.exec(text)?.[0]}`);
}

describe('the glossary', () => {
  it.each(inChinese)('says $say, not $not', (rule) => {
    expect(wrong(chinese, rule)).toEqual([]);
  });

  it.each(inEnglish)('says $say, not $not', (rule) => {
    expect(wrong(english, rule)).toEqual([]);
  });

  it('is looked for where it is used', () => {
    for (const term of [
      '工单',
      '流程方案',
      '环节',
      '表单',
      '时限',
      '传递',
      '退回',
      '主责人',
      '协办',
      '回访',
      '二次处理',
      '案例库',
      '复盘',
    ])
      expect(chinese.filter(({ text }) => text.includes(term)).length, term).toBeGreaterThan(2);
  });
});
