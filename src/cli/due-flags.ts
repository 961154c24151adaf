/** The flags of `huiyin due`, and its usage. */
import { parseArgs } from 'node:util';
import type { Pause, TimeMode } from '../domain/time/due.ts';
import { parseInstant } from '../domain/time/instant.ts';
import { parseTarget, type Target } from '../domain/time/target.ts';
import type { Language } from './due-texts.ts';

export type DueFlags =
  | { kind: 'help'; language: Language }
  | { kind: 'batch'; file: string; language: Language }
  | { kind: 'one'; question: DueQuestion; isJson: boolean; language: Language };

export type DueQuestion = { calendar: string; start: number; target: Target; time: TimeMode; pauses: Pause[] };

/** A flag that is missing, unknown or contradicts another; the message says the remedy. */
export class UsageError extends Error {}

const options = {
  calendar: { type: 'string', default: 'cn' },
  start: { type: 'string' },
  target: { type: 'string' },
  time: { type: 'string', default: 'working' },
  pause: { type: 'string', multiple: true },
  batch: { type: 'string' },
  json: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'zh' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Refuses times, targets and pauses as the domain does; throws `UsageError` for the flags themselves. */
export function parseFlags(argv: readonly string[]): DueFlags {
  const values = readFlags(argv);
  const language = values.lang;
  if (language !== 'zh' && language !== 'en') throw new UsageError('--lang is zh or en');
  const pauses = values.pause ?? [];
  if (values.help) return { kind: 'help', language };
  if (values.batch !== undefined) {
    if (values.start !== undefined || values.target !== undefined || pauses.length > 0) {
      throw new UsageError('--batch takes start, target and pauses from its lines; leave the flags out');
    }
    return { kind: 'batch', file: values.batch, language };
  }
  if (values.start === undefined) throw new UsageError('--start is missing, e.g. --start 2026-09-30T16:00:00+08:00');
  if (values.target === undefined) throw new UsageError('--target is missing, e.g. --target 3wd');
  const question = {
    calendar: values.calendar,
    start: parseInstant(values.start, 'start'),
    target: parseTarget(values.target),
    time: values.time as TimeMode,
    pauses: pauses.map(parsePause),
  };
  return { kind: 'one', question, isJson: values.json, language };
}

function readFlags(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

/** `FROM/TO`, both instants; nothing behind the slash leaves the pause open. */
function parsePause(text: string, index: number): Pause {
  const ends = text.split('/');
  if (ends.length !== 2) throw new UsageError(`--pause is FROM/TO, or FROM/ while it is open; this is "${text}"`);
  const [from = '', to = ''] = ends;
  return {
    from: parseInstant(from, `pauses.${index}.from`),
    to: to === '' ? null : parseInstant(to, `pauses.${index}.to`),
  };
}

const example = '2026-09-30T16:00:00+08:00';

export const usage: Record<Language, string> = {
  zh: `用法：
  huiyin due --start ISO --target 3wd [选项]   计算一个到期时间并说明由来，ISO 如 ${example}
  huiyin due --batch FILE                      逐行计算，FILE 为 - 时读标准输入

选项：
  --calendar cn|always|FILE.json   日历，默认 cn（周一至周五 09:00-18:00，含法定节假日与调休）
  --target 45s|30m|4h|3wd          时限：秒、分、时、工作日
  --time working|wall              工作时间（默认）或自然时间
  --pause FROM/TO                  暂停，可重复；FROM/ 表示尚未结束
  --json                           以 JSON 输出说明
  --lang zh|en                     输出语言，默认 zh

批量输入每行一个 JSON 对象：
  {"id":"T-1","calendar":"cn","start":"${example}","target":"4h","time":"working","pauses":[["起","止"]]}
其中 time 默认 working，pauses 可省略；每行输出 {"id","due"} 或 {"id","error":{"code","field","message"}}。
`,
  en: `Usage:
  huiyin due --start ISO --target 3wd [options]   one due time and why; ISO as in ${example}
  huiyin due --batch FILE                         one line each; - reads standard input

Options:
  --calendar cn|always|FILE.json   default cn: Mon-Fri 09:00-18:00 with statutory holidays and make-up days
  --target 45s|30m|4h|3wd          seconds, minutes, hours, working days
  --time working|wall              working time (default) or elapsed time
  --pause FROM/TO                  repeatable; FROM/ is still open
  --json                           print the explanation as JSON
  --lang zh|en                     default zh

A batch has one JSON object a line:
  {"id":"T-1","calendar":"cn","start":"${example}","target":"4h","time":"working","pauses":[["from","to"]]}
"time" is working when left out, "pauses" none. Each line gives {"id","due"} or {"id","error":{"code","field","message"}}.
`,
};

/** The language asked for, before the flags are known to be right. */
export function languageOf(argv: readonly string[]): Language {
  return /(^| )--lang[ =]en( |$)/.test(argv.join(' ')) ? 'en' : 'zh';
}
