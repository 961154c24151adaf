import { defineTexts } from '../../i18n/texts.ts';

export const texts = defineTexts('customers', {
  zh: { title: '客户' },
  en: { title: 'Customer' },
});
