import { defineTexts } from '../../i18n/texts.ts';

export const texts = defineTexts('search', {
  zh: {
    title: '搜索',
    label: '搜索工单',
    placeholder: '编号、客户姓名、电话、订单号，或对话里的任意几个字',
    submit: '搜索',
    found_one: '找到 {{count}} 条与「{{q}}」有关的工单',
    found_other: '找到 {{count}} 条与「{{q}}」有关的工单',
    partial: '符合的工单还有更多，这里只列出最相关的一部分；多写几个字可以缩小范围。',
    'start.title': '想找什么？',
    'start.hint': '客户说过的话、编号、姓名、电话和订单号都能搜，两个字就够。您只会看到有权查看的工单。',
    'none.title': '没有找到「{{q}}」',
    'none.hint': '换个说法，或只写其中两三个字试试。没有权限查看的工单不会出现。',
    'none.action': '登记新工单',
  },
  en: {
    title: 'Search',
    label: 'Search tickets',
    placeholder: 'Number, customer, phone, order number, or any few words that were said',
    submit: 'Search',
    found_one: '{{count}} ticket about “{{q}}”',
    found_other: '{{count}} tickets about “{{q}}”',
    partial: 'There are more; these are the nearest. A few more words narrow it down.',
    'start.title': 'What are you looking for?',
    'start.hint':
      'What customers said, numbers, names, phones and order numbers: two characters are enough. You only see tickets that you may read.',
    'none.title': 'Nothing found for “{{q}}”',
    'none.hint':
      'Say it differently, or try two or three characters of it. Tickets that you may not read do not appear.',
    'none.action': 'Register a ticket',
  },
});
