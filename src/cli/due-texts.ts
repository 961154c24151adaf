/** What `huiyin due` says when it refuses: the domain's own words in English, these in Chinese. `{name}` comes from the details. */
import type { CalendarRefusalCode } from '../domain/calendar/refusals.ts';
import { Refusal, type RefusalDetails } from '../domain/refusal.ts';
import type { TimeRefusalCode } from '../domain/time/refusals.ts';

export type Language = 'zh' | 'en';

/** Codes of this command alone: about a line of a batch or a flag, not about time. */
export type LineRefusalCode =
  | 'line.not-json'
  | 'line.not-object'
  | 'line.too-long'
  | 'line.not-utf8'
  | 'field.missing'
  | 'field.type'
  | 'calendar.unknown'
  | 'file.unreadable';

type Code = CalendarRefusalCode | TimeRefusalCode | LineRefusalCode;

const zhTexts: Record<Code, string> = {
  'calendar.invalid': '日历的这一处格式不对；请写成 {"timeZone", "week": {"mon": ["09:00-18:00"], …}, "dates": {…}}',
  'calendar.key-unknown': '日历没有“{key}”这一项；只有 timeZone、week、dates',
  'calendar.zone-unknown': '没有“{timeZone}”这个时区；请使用 IANA 名称，如 Asia/Shanghai',
  'calendar.weekday-unknown': '“{weekday}”不是星期；请使用 mon、tue、wed、thu、fri、sat、sun',
  'calendar.date-invalid': '“{date}”不是存在的日期；请写成 YYYY-MM-DD，如 2026-10-01',
  'calendar.interval-invalid': '“{interval}”不是时段；请写成 HH:MM-HH:MM，如 08:30-12:00，结束可为 24:00',
  'calendar.interval-empty': '时段“{interval}”的结束不晚于开始；跨午夜的时段请拆到两天，前一天到 24:00 为止',
  'calendar.interval-unsorted': '时段“{interval}”排在了更晚的时段之后；请按时间先后排列',
  'calendar.interval-overlap': '时段“{interval}”与前面的时段重叠；同一天的时段请互不重叠',
  'calendar.too-large': '数量超过上限 {limit}；请合并时段或删去过去的日期',
  'calendar.never-open': '该日历十年之内没有任何营业时间；请至少为一个星期几设置时段',
  'calendar.beyond-horizon': '结果在一百年以后；请缩短时限或增加营业时间',
  'calendar.unknown': '没有名为“{name}”的日历；请使用 cn、always，或直接给出日历',
  'statutory-days.invalid': '节假日数据格式不对；请给出 date、kind（holiday 或 workday）、name',
  'target.invalid': '“{target}”不是时限；请写从 1 起的整数加单位 s、m、h 或 wd，如 30m、3wd',
  'target.unit-unknown': '“{target}”的单位不明确；一昼夜请写 24h，一个工作日请写 1wd',
  'target.out-of-range': '时限 {target} 超出范围；该单位最大为 {largest}',
  'instant.invalid': '这不是时间点；请写成 2026-09-30T16:00:00+08:00',
  'instant.date-invalid': '“{text}”中的日期、时间或时差不存在；请更正',
  'instant.offset-missing': '“{text}”缺少与 UTC 的时差；请在末尾加上，如 +08:00 或 Z',
  'instant.out-of-range': '时间点超出范围；请使用 1970 年至 2199 年之间的时间',
  'time.mode-unknown': '“{time}”不是计时方式；请使用 wall（自然时间）或 working（工作时间）',
  'pause.inverted': '暂停的结束早于开始；请对调或更正',
  'pause.open': '暂停尚未结束，无法得知到期时间；请补上结束时间，或待恢复后再算',
  'line.not-json': '这一行不是有效的 JSON；请检查括号、引号与逗号，每行一个对象',
  'line.not-object': '这一行不是 JSON 对象；请写成 {"id", "calendar", "start", "target", …}',
  'line.too-long': '这一行超过 {limit} 字节；请缩短日历，或使用 "cn" 等内置日历',
  'line.not-utf8': '这一行含有无效的 UTF-8 字节；请以 UTF-8 编码保存',
  'field.missing': '缺少此项；请补上，如 {example}',
  'field.type': '此项的类型不对；请写成 {example}',
  'file.unreadable': '无法读取文件“{path}”（{reason}）；请检查路径与权限',
};

/** A refusal of this command; `message` is English. */
export function lineRefusal(
  code: LineRefusalCode,
  field: string,
  message: string,
  details: RefusalDetails = {},
): Refusal {
  return new Refusal(code, field, details, message);
}

/** What went wrong and what to do, in the reader's language. */
export function refusalText(refusal: Refusal, language: Language): string {
  const text = language === 'zh' && Object.hasOwn(zhTexts, refusal.code) ? zhTexts[refusal.code as Code] : undefined;
  if (text === undefined) return refusal.message;
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(refusal.details[name] ?? placeholder));
}

/** The field as the reader wrote it: refusals of a calendar count from inside it. */
export function fieldOf(refusal: Refusal): string {
  const isInside = refusal.code.startsWith('calendar.') && refusal.code !== 'calendar.unknown';
  if (!isInside) return refusal.field;
  return refusal.field === '' ? 'calendar' : `calendar.${refusal.field}`;
}
