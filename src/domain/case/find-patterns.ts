import type { Finding, FindingKind } from './finding.ts';
import { originalSpan, type Plain } from './plain.ts';

/**
 * What is recognised by how it is written: e-mail, plates, accounts, order numbers, people with a title. Where a pattern has a
 * group, only that is replaced: the word before it stays.
 */
type Pattern = { kind: FindingKind; isHard: boolean; pattern: RegExp };

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const surnames =
  '(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|[王李张刘陈杨黄赵周吴徐孙马朱胡郭何罗高林郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤])';
export const titles =
  '(?:先生|女士|小姐|太太|夫人|师傅|阿姨|大爷|大妈|大叔|叔叔|奶奶|爷爷|老师|经理|医生|同学|老板|总|哥|姐)';
const account = '[:是为]?\\s*';

const patterns: readonly Pattern[] = [
  {
    kind: 'email',
    isHard: true,
    pattern: /[a-z0-9._%+-]{1,64}\s?(?:@|[[(]at[\])])\s?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi,
  },
  {
    kind: 'plate',
    isHard: true,
    pattern: new RegExp(
      `[${provinces}][A-HJ-NP-Z] ?[·•.-]? ?(?=[A-Z0-9]*\\d[A-Z0-9]*\\d)(?:[A-HJ-NP-Z0-9]{6}|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳])(?![A-Z0-9])`,
      'gi',
    ),
  },
  {
    kind: 'account',
    isHard: true,
    pattern: new RegExp(
      `(?:微信号|微信|薇信|weixin|wechat|(?<![a-z])vx|(?<![a-z])wx)(?:号|id)?${account}([a-z][-_a-z0-9]{5,19})`,
      'gi',
    ),
  },
  {
    kind: 'account',
    isHard: true,
    pattern: new RegExp(`(?:(?<![a-z])qq|扣扣|企鹅)(?:号码?|群)?${account}([1-9]\\d{4,11})(?!\\d)`, 'gi'),
  },
  { kind: 'phone', isHard: false, pattern: /\d{2,4}[-\s]?\*{2,}[-\s]?\d{2,4}(?!\d)/g },
  { kind: 'phone', isHard: false, pattern: /尾号[:是为]?\s*(\d{4})(?!\d)/g },
  {
    kind: 'phone',
    isHard: false,
    pattern: /(?:电话|手机|座机|固话|联系方式|tel|phone)(?:号码?)?[:是为]?\s*([2-9]\d{2,3}[- ]?\d{4})(?!\d)/gi,
  },
  {
    kind: 'number',
    isHard: false,
    pattern:
      /(?:订单|运单|快递|物流|流水|交易|合同|保单|会员|客户|工单|设备|序列|护照|单)(?:编?号码?|id)[:为是]?\s*([a-z0-9][a-z0-9-]{4,39})/gi,
  },
  { kind: 'number', isHard: false, pattern: /(?<![a-z0-9-])[a-z]{1,6}-?\d(?=[a-z-]*\d{3})[a-z0-9-]{6,39}/gi },
  {
    kind: 'person',
    isHard: false,
    pattern: new RegExp(`${surnames}[\\p{Script=Han}]{0,2}?${titles.replace('|总|哥|姐', '')}`, 'gu'),
  },
  {
    kind: 'person',
    isHard: false,
    pattern: new RegExp(`(?:联系人|收件人|收货人|姓名|我叫)[:是为]?\\s*(${surnames}[\\p{Script=Han}]{1,2})`, 'gu'),
  },
];

export function findPatterns(plain: Plain): Finding[] {
  return patterns.flatMap(({ kind, isHard, pattern }) =>
    [...plain.text.matchAll(pattern)].flatMap((found) => {
      const text = found[1] ?? found[0];
      const first = found.index + found[0].length - text.length;
      return [{ ...originalSpan(plain, first, first + text.length), kind, isHard }];
    }),
  );
}
