import type { Finding } from './finding.ts';
import { originalSpan, type Plain } from './plain.ts';

/**
 * Addresses end in a way with a number (世纪大道100号3栋502室); that is found first, and from there it is read backwards to where the name of
 * the way or of the region before it begins. Looking for all of it at once would take time without end on some texts.
 */
const way = '(?:路|街|大街|大道|巷|弄|胡同|里|村|镇|小区|花园|家园|公寓|大厦|广场|苑|新村|庄|屯|组)';
const count = '[0-9A-Za-z一二三四五六七八九十百甲乙丙丁-]{1,8}';
const unit = '(?:号楼|号|栋|幢|座|单元|层|楼|室|房|户)';
const end = new RegExp(`${way}(?:\\s?${count}${unit}){1,6}(?:\\s?\\d{1,5}(?![\\d\\p{Script=Han}]))?`, 'gu');
const region = /省|自治区|市|区|县|镇|乡|街道/u;
/** What people say before an address is none of it. */
const lead = /^.*(?:地址|住在|家住|送到|送至|寄到|寄往|发到|位于|住|在|到|至|往|从|是|的|为)/u;
const longestStart = 30;
const longestRegion = 4;
const longestName = 5;

export function findAddresses(plain: Plain): Finding[] {
  return [...plain.text.matchAll(end)].flatMap((found) => {
    const start = found.index - startBefore(plain.text, found.index);
    // 第3层, 一号: a way without a name is none.
    if (start === found.index && found[0].length < 6) return [];
    return [{ ...originalSpan(plain, start, found.index + found[0].length), kind: 'address', isHard: false }];
  });
}

/** How many characters before the way belong to the address. */
function startBefore(text: string, at: number): number {
  const before = /[\p{Script=Han}A-Za-z0-9]*$/u.exec(text.slice(Math.max(0, at - longestStart), at))?.[0] ?? '';
  const told = before.replace(lead, '');
  const first = told.search(region);
  if (first >= 0) return told.length - Math.max(0, first - longestRegion);
  return Math.min(told.length, longestName);
}
