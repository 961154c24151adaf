/** Refusals about customers; part of the table in errors.ts. */
export const customerErrors = {
  'customer.unknown': {
    status: 404,
    zh: '找不到这位客户',
    en: 'There is no such customer',
    remedyZh: '请核对编号；也可能您无权查看',
    remedyEn: 'Check the id; it may also be one you may not see',
  },
  'customer.erased': {
    status: 410,
    zh: '这位客户的个人信息已被永久删除',
    en: 'The personal data of this customer has been erased',
    remedyZh: '无法恢复；如客户再次来访，请作为新客户登记',
    remedyEn: 'It cannot be brought back; register the person anew if they come again',
  },
  'customer.words-not-kept': {
    status: 410,
    zh: '这位客户的个人信息已被永久删除，不再保存与其有关的文字',
    en: 'The personal data of this customer has been erased, and no more words about them are kept',
    remedyZh: '请去掉文字后再提交；分类、分派、受理、退回等不写文字仍可进行',
    remedyEn: 'Send it without the words; classifying, handing off, accepting or dismissing still work without any',
  },
  'customer.changed': {
    status: 409,
    zh: '客户资料正被他人修改，未保存',
    en: 'Others are changing this customer; nothing was saved',
    remedyZh: '请刷新后重试',
    remedyEn: 'Reload and try again',
  },
  'customer.type-unknown': {
    status: 422,
    zh: '没有这种客户类型：{given}',
    en: 'There is no such type of customer: {given}',
    remedyZh: '可用的有：{known}',
    remedyEn: 'Use one of: {known}',
  },
  'customer.channel-unknown': {
    status: 422,
    zh: '没有这个渠道：{given}',
    en: 'There is no such channel: {given}',
    remedyZh: '可用的有：{known}',
    remedyEn: 'Use one of: {known}',
  },
  'customer.masked-contact': {
    status: 422,
    zh: '联系方式含有星号，未保存',
    en: 'The contact has asterisks in it and was not saved',
    remedyZh: '请填写完整的联系方式；如需查看原值，请先申请查看完整信息',
    remedyEn: 'Give the whole contact; to see the present one, reveal it first',
  },
} as const;
