import { defineTexts } from '../../i18n/texts.ts';

export const texts = defineTexts('ticket', {
  zh: { title: '工单' },
  en: { title: 'Ticket' },
});
