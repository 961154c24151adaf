/** What in a text may name or reach a person. */
export const findingKinds = [
  'customer',
  'phone',
  'email',
  'id-card',
  'bank-card',
  'plate',
  'account',
  'number',
  'address',
  'person',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/**
 * `from` and `to` in UTF-16 units of the original. A hard finding keeps a case from being stored or published; a soft one (an order
 * number, an address, somebody with a title) is looked at by a person, because such patterns also fit harmless words.
 */
export type Finding = { from: number; to: number; kind: FindingKind; isHard: boolean };

/** What stands in its place. */
export const replacements: Record<FindingKind, string> = {
  customer: '［客户］',
  phone: '［电话］',
  email: '［邮箱］',
  'id-card': '［证件号］',
  'bank-card': '［银行卡号］',
  plate: '［车牌］',
  account: '［社交账号］',
  number: '［编号］',
  address: '［地址］',
  person: '［姓名］',
};

const placeholder = new RegExp(Object.values(replacements).join('|'), 'g');

/** Where a text holds such replacements: to be shown to whoever checks it. */
export function replacedSpans(text: string): { from: number; to: number }[] {
  return [...text.matchAll(placeholder)].map((found) => ({ from: found.index, to: found.index + found[0].length }));
}

/** The text with every finding replaced. Findings must not overlap. */
export function withoutFindings(text: string, findings: readonly Finding[]): string {
  let rest = text;
  for (const { from, to, kind } of findings.toSorted((a, b) => b.from - a.from))
    rest = rest.slice(0, from) + replacements[kind] + rest.slice(to);
  return rest;
}
