import { defineTexts } from '../../i18n/texts.ts';

export const texts = defineTexts('register', {
  zh: { title: '登记' },
  en: { title: 'Register' },
});
