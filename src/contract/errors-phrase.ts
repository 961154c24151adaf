/** Errors of the library of wording; part of the table in errors.ts. */
export const phraseErrors = {
  'phrase.unknown': {
    status: 404,
    zh: '没有编号为 {id} 的话术',
    en: 'There is no phrase with id {id}',
    remedyZh: '可能已被删除，请刷新话术列表',
    remedyEn: 'It may have been removed; load the list again',
  },
  'phrase.changed': {
    status: 409,
    zh: '这条话术刚被别人改过',
    en: 'Somebody has changed this phrase meanwhile',
    remedyZh: '请刷新后查看新的内容，再决定怎么改',
    remedyEn: 'Load it again, look at what it says now, then change it',
  },
  'phrase.empty': {
    status: 422,
    zh: '中文和英文至少写一种',
    en: 'Write it in Chinese or in English at least',
    remedyZh: '请填写标题与内容',
    remedyEn: 'Give a title and a text',
  },
  'phrase.half': {
    status: 422,
    zh: '标题与内容要用同一种语言成对填写',
    en: 'Title and text go together in each language',
    remedyZh: '请补上缺的一项，或把两项都清空',
    remedyEn: 'Add what is missing, or clear both',
  },
  'phrase.variable-unknown': {
    status: 422,
    zh: '没有变量 {given}',
    en: 'There is no variable {given}',
    remedyZh: '是否指 {nearest}？变量写在两对花括号里，可点按钮插入',
    remedyEn: 'Did you mean {nearest}? Variables stand in double braces; the buttons insert them',
  },
  'phrase.scope-unknown': {
    status: 422,
    zh: '启用的流程方案里没有“{given}”',
    en: 'No playbook in force has "{given}"',
    remedyZh: '是否指：{nearest}？',
    remedyEn: 'Did you mean: {nearest}?',
  },
  'message.blank': {
    status: 422,
    zh: '还有没填的空：{blanks}',
    en: 'There are blanks still to fill: {blanks}',
    remedyZh: '请把标出的地方改成要对客户说的话',
    remedyEn: 'Replace each mark with what the customer should read',
  },
} as const;
