import { describe, expect, it } from 'vitest';
import { inChinese } from '../../src/domain/playbook/problem-words.ts';
import { remedyOf } from '../../src/domain/playbook/remedies.ts';
import { formatPlaced, parsePlaybook } from '../../src/domain/playbook/source.ts';
import { readPlaybooks } from '../../src/server/features/playbooks/index.ts';
import { playbookFolder, readSource, shippedIds } from './playbook-documents.ts';

/** Everything said about a text, as it stands before whoever wrote it. */
function said(source: string | Uint8Array): string[] {
  return (parsePlaybook(source).problems ?? []).map((problem) => formatPlaced('x.yaml', problem));
}

function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const parts = Array(9).fill(level === 0 ? 'x' : `*a${level - 1}`);
    return `a${level}: &a${level} [${parts.join(', ')}]`;
  });
  return levels.join('\n');
}

describe('a playbook file', () => {
  it('that ships is read without a problem', async () => {
    const playbooks = await readPlaybooks(playbookFolder);
    expect(playbooks.map((playbook) => playbook.id).toSorted()).toEqual([...shippedIds].toSorted());
  });

  it('names the place of each mistake', () => {
    const source = readSource('resolution-flow')
      .replace('form: task-order\n', 'form: task-oder\n')
      .replace('gates: [verified, tasks-done]', 'gates: [verifid, tasks-done]');
    const line = (text: string) => source.slice(0, source.indexOf(text)).split('\n').length;
    expect(said(source)).toEqual([
      `x.yaml:${line('gates: [verifid, tasks-done]')}:13 stages[4].gates[0]: there is no choice "verifid" (did you mean verified?)`,
    ]);
    const meant = source.replace('gates: [verifid, tasks-done]', 'gates: [verified, tasks-done]');
    expect(said(meant)).toEqual([
      `x.yaml:${line('form: task-oder')}:5 stages[2].form: there is no form "task-oder" (did you mean task-order?)`,
    ]);
  });

  it('places what is missing at what should hold it', () => {
    const source = readSource('resolution-flow').replace('    time: wall\n', '');
    const line = source.slice(0, source.indexOf('- id: handling-start')).split('\n').length;
    expect(said(source)).toEqual([`x.yaml:${line}:5 clocks[0].time: is missing`]);
  });

  it('may repeat a part by an alias', () => {
    const source = readSource('resolution-flow')
      .replace('name: { zh: 电话, en: Phone } }', 'name: &phone { zh: 电话, en: Phone } }')
      .replace('name: { zh: 在线客服, en: Online chat } }', 'name: *phone }');
    expect(said(source)).toEqual([]);
  });
});

describe('a hostile or broken file', () => {
  it.each([
    ['aliases that multiply', bomb(), 'x.yaml:2:10 aliases (*name) repeat more than 100 parts; write them out'],
    [
      'more aliases than anybody writes',
      `a: &a x\nb: [${'*a, '.repeat(120_000)}]`,
      'x.yaml:2:5 aliases (*name) repeat more than 100 parts; write them out',
    ],
    ['an alias of nothing', 'id: *x\n', 'x.yaml:1:5 Unresolved alias (the anchor must be set before the alias): x'],
    ['a key twice', 'id: a\nversion: 1\nid: b\n', 'x.yaml:3:1 the key "id" stands twice in one map'],
    ['a tab', 'id: x\nclocks:\n\t- a\n', 'x.yaml:3:1 a tab stands in the indentation; indent with spaces'],
    ['too large', `# ${'x'.repeat(600_000)}`, 'x.yaml:1:1 the file is larger than 512 kB'],
    ['too deep in brackets', '['.repeat(20_000), 'x.yaml:1:41 parts are nested more than 40 deep'],
    ['too deep in dashes', '- '.repeat(20_000), 'x.yaml:1:161 parts are nested more than 40 deep'],
    ['a tag', 'id: !!js/function "x"\n', 'x.yaml:1:5 tags (!name) are not allowed; write plain values'],
    [
      'two documents',
      'id: a\n---\nid: b\n',
      'x.yaml:2:1 the file holds more than one document (---); write one playbook a file',
    ],
    ['a map as a key', '? { a: 1 }\n: 2\n', 'x.yaml:1:3 a key must be plain text'],
    ['nothing', '', 'x.yaml:1:1 must be a map of keys, not empty'],
    ['a text', 'hello', 'x.yaml:1:1 must be a map of keys, not text'],
    ['an open quote', 'id: "x\n', 'x.yaml:2:1 Missing closing "quote'],
    ['no UTF-8', new Uint8Array([0xc3, 0x28]), 'x.yaml:1:1 the file is not UTF-8 text; save it as UTF-8'],
    ['itself', '&a [*a]', 'x.yaml:1:4 must be a map of keys, not a list'],
  ])('%s', (_, source, first) => {
    expect(said(source)[0]).toBe(first);
  });

  it.each([
    ['a great many keys', Array.from({ length: 60_000 }, (_, index) => `k${index}:`).join('\n')],
    ['a great many tabs', `a:\n${'\tx\n'.repeat(150_000)}`],
    ['a great many names', `- [${'"a", '.repeat(100_000)}]`],
    ['a key without an end', `? ${JSON.stringify('a "'.repeat(100_000))}\n: 1\n`],
    ['prototypes', '__proto__: { isAdmin: true }\nconstructor: x\n'],
  ])('%s: is refused in few words, without stopping the server', { timeout: 120_000 }, (_, source) => {
    const problems = said(source);
    for (const problem of parsePlaybook(source).problems ?? []) expect(remedyOf(problem).zh.length).toBeLessThan(1_000);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(200);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });
});

describe('a slip of the pen', () => {
  it('is told once, not again in every line that hangs on it', () => {
    const source = readSource('resolution-flow');
    const line = source.slice(0, source.indexOf('    name: { zh: 分类定级')).split('\n').length;
    expect(said(source.replace('    name: { zh: 分类定级', '\tname: { zh: 分类定级'))).toEqual([
      `x.yaml:${line}:1 a tab stands in the indentation; indent with spaces`,
    ]);
    expect(said(source.replace('name: { zh: 分类定级', 'name：{ zh: 分类定级'))).toEqual([
      `x.yaml:${line}:9 the full-width sign ： is no sign of YAML; write : with a space after it`,
    ]);
  });

  it('that makes a key or a text of what was meant as both is known all the same', () => {
    const source = readSource('resolution-flow');
    const written = (from: string, to: string) => {
      const problems = parsePlaybook(source.replace(from, to)).problems ?? [];
      return problems.map((problem) => inChinese(problem).zh?.message);
    };
    const sign = '「：」是中文标点，YAML 不认';
    expect(written('name: { zh: 反馈', 'name：{ zh: 反馈')).toContain(sign);
    expect(written('[{ on: ticket.received }, { on: ticket.reopened }]', '[on：ticket.received]')).toContain(sign);
  });

  it('in a word is no slip in the YAML around it', () => {
    expect(said('name: { zh: 「一：二，三」（四） }\nx: [1, 2').map((one) => one.slice(0, 9))).toEqual(['x.yaml:2:']);
  });

  it.each([
    ['an open quote', 'a: "x', '引号没有配对'],
    ['an open bracket', 'a: [1, 2', '括号没有配对'],
    ['a bracket too many', 'a: ]', '括号没有配对'],
    ['two keys in a line', 'a: b: c', '一行里写了两个「键: 值」'],
    ['no space after the colon', 'a:1\nb: 2', '键不能跨行'],
    ['a value that begins with a sign', 'a: @x', '值不能以这个符号开头'],
    ['an alias of nothing', 'a: *x', '别名 *x 之前没有对应的锚点（&x）'],
    ['a full-width colon', 'id: x\nname：一\nversion: 1', '「：」是中文标点，YAML 不认'],
    ['a full-width colon in braces', 'id: x\nname: {zh：一, en: A]', '「：」是中文标点，YAML 不认'],
    ['a full-width comma', 'name: { zh: 一，en: A }', '「，」是中文标点，YAML 不认'],
    ['full-width brackets', 'who: ［agent］\n- x', '「［」是中文标点，YAML 不认'],
    ['a directive', '%FOO\n---\na: 1', '以 % 开头的指令无法识别'],
  ])('is told in Chinese as well: %s', (_what, source, message) => {
    const [problem] = parsePlaybook(source).problems ?? [];
    expect(problem && inChinese(problem).zh).toEqual({ message, remedy: expect.any(String) });
  });
});
