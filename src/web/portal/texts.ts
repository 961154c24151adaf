import { defineTexts } from '../i18n/texts.ts';

export const texts = defineTexts('portal', {
  zh: { title: '提交诉求' },
  en: { title: 'Tell us' },
});
