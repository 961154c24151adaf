import { defineTexts } from '../../i18n/texts.ts';

export const texts = defineTexts('app', {
  zh: {
    product: '回音 Huiyin',
    'notFound.title': '没有这个页面',
    'notFound.hint': '链接可能已经失效，或者地址输错了。',
    'notFound.back': '回到我的工作',
    adminOnly: '只有管理员可以修改',
    'ticket.noSubject': '（没有内容）',
    'ticket.noOwner': '未分派',
    'ticket.waiting': '等待中',
    'ticket.second': '二次处理',
  },
  en: {
    product: 'Huiyin 回音',
    'notFound.title': 'There is no such page',
    'notFound.hint': 'The link may be out of date, or the address mistyped.',
    'notFound.back': 'Back to my work',
    adminOnly: 'Only administrators can change this',
    'ticket.noSubject': '(nothing written)',
    'ticket.noOwner': 'Unassigned',
    'ticket.waiting': 'Waiting',
    'ticket.second': 'Second handling',
  },
});
