import { defineTexts } from '../../i18n/texts.ts';

export const texts = defineTexts('app', {
  zh: {
    'notFound.title': '没有这个页面',
    'notFound.hint': '链接可能已经失效，或者地址输错了。',
    'notFound.back': '回到我的工作',
  },
  en: {
    'notFound.title': 'There is no such page',
    'notFound.hint': 'The link may be out of date, or the address mistyped.',
    'notFound.back': 'Back to my work',
  },
});
