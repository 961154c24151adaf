import type { ErrorCode } from 'yaml';
import { type ProblemWords, problemAt } from './problem.ts';

/** The parser's findings in words of ours, where those say more of what to do; else its own, which are English, beside Chinese ones by the kind of mistake. */
export function yamlProblem(code: ErrorCode, message: string) {
  return problemAt([], sentences[code] ?? message, { zh: chineseFor(code, message) });
}

const sentences: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'a tab stands in the indentation; indent with spaces',
  MULTIPLE_DOCS: 'the file holds more than one document (---); write one playbook a file',
  RESOURCE_EXHAUSTION: 'parts are nested too deeply',
  TAG_RESOLVE_FAILED: 'tags (!name) are not allowed; write plain values',
  NON_STRING_KEY: 'a key must be plain text',
};

type Chinese = NonNullable<ProblemWords['zh']>;

/** What the parser misses most often, by its words; the kinds below hold for the rest. */
const chineseBySign: readonly [RegExp, Chinese][] = [
  [/closing .quote/, { message: '引号没有配对', remedy: '请补上结尾的引号' }],
  [/Missing space after :/, { message: '冒号后面缺少空格', remedy: '请在冒号后加一个空格' }],
  [/Missing (?:, |, or : )between/, { message: '两项之间缺少逗号', remedy: '请补上逗号' }],
  [/end with a |Unexpected flow-/, { message: '括号没有配对', remedy: '请补上结尾的括号' }],
  [/followed by map values/, { message: '键后面缺少冒号与值', remedy: '请写成「键: 值」' }],
  [/without - indicator/, { message: '列表项缺少开头的短横线', remedy: '请在每项前写「- 」' }],
];

const chineseByKind: Partial<Record<ErrorCode, Chinese>> = {
  BAD_ALIAS: { message: '别名（*名称）写得不对', remedy: '请检查名称，或直接写出来' },
  ALIAS_PROPS: { message: '别名（*名称）不能再带锚点或标签', remedy: '请直接写出来' },
  BAD_DIRECTIVE: { message: '以 % 开头的指令无法识别', remedy: '请删去这一行' },
  BAD_DQ_ESCAPE: { message: '双引号里的转义写法无效', remedy: '请改用单引号，或把 \\ 写成 \\\\' },
  BAD_INDENT: { message: '缩进与同级的项不一致', remedy: '请让同级的项左侧对齐' },
  BAD_SCALAR_START: { message: '值不能以这个符号开头', remedy: '请用引号括起来' },
  BLOCK_AS_IMPLICIT_KEY: { message: '一行里写了两个「键: 值」', remedy: '请换行并缩进，或用引号把值括起来' },
  BLOCK_IN_FLOW: { message: '括号里不能写分行的列表或键值', remedy: '请把括号里的内容写在一行' },
  DUPLICATE_KEY: { message: '同一个键出现两次', remedy: '请删去一个' },
  KEY_OVER_1024_CHARS: { message: '键太长', remedy: '请检查是否缺少冒号' },
  MISSING_CHAR: { message: '缺少一个符号', remedy: '请检查这里的引号、冒号、逗号与空格' },
  MULTIPLE_DOCS: { message: '文件里有多个文档（---）', remedy: '每个文件只写一套方案' },
  MULTILINE_IMPLICIT_KEY: { message: '键不能跨行', remedy: '请检查上一行是否缺少冒号或引号' },
  NON_STRING_KEY: { message: '键只能是普通文字' },
  RESOURCE_EXHAUSTION: { message: '嵌套太深' },
  TAB_AS_INDENT: { message: '缩进里有制表符', remedy: '请用空格缩进' },
  TAG_RESOLVE_FAILED: { message: '不允许使用标签（!名称）', remedy: '请写普通的值' },
  UNEXPECTED_TOKEN: { message: '这里出现了不该有的符号', remedy: '请检查括号、引号与逗号' },
};

function chineseFor(code: ErrorCode, message: string): Chinese {
  const found = chineseBySign.find(([sign]) => sign.test(message));
  const words = found?.[1] ?? chineseByKind[code];
  return words ?? { message: 'YAML 在这里的写法不对', remedy: '请检查缩进、冒号与引号' };
}
