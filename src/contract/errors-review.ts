/** Errors of reviews and their notes; part of the table in errors.ts. */
export const reviewErrors = {
  'review.period-too-long': {
    status: 400,
    zh: '复盘的时间段不能超过 {days} 天',
    en: 'A review spans at most {days} days',
    remedyZh: '请缩短日期范围后重试',
    remedyEn: 'Choose fewer days and try again',
  },
  'review.note-unknown': {
    status: 404,
    zh: '没有编号为 {id} 的复盘记录',
    en: 'There is no review note with id {id}',
    remedyZh: '请刷新复盘页面',
    remedyEn: 'Load the review again',
  },
  'review.note-changed': {
    status: 409,
    zh: '这条复盘记录刚被别人改过',
    en: 'Somebody has changed this note meanwhile',
    remedyZh: '请刷新后查看新的内容，再决定怎么改',
    remedyEn: 'Load it again, look at what it says now, then change it',
  },
  'review.note-personal': {
    status: 422,
    zh: '复盘记录里不能出现个人信息（{found}）',
    en: 'A review note must not hold personal data ({found})',
    remedyZh: '请删去电话、邮箱、证件号等，只写问题本身',
    remedyEn: 'Take telephone numbers, addresses and identity numbers out; write about the problem only',
  },
  'review.category-unknown': {
    status: 422,
    zh: '该流程方案没有问题类型“{given}”',
    en: 'The playbook has no problem type "{given}"',
    remedyZh: '可用的有：{known}',
    remedyEn: 'Use one of: {known}',
  },
  'review.owner-unknown': {
    status: 422,
    zh: '没有编号为 {given} 的在职员工',
    en: 'There is no active member of staff with id {given}',
    remedyZh: '请另选负责人',
    remedyEn: 'Choose somebody else',
  },
} as const;
