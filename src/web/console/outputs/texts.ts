import { defineTexts } from '../../i18n/texts.ts';

export const texts = defineTexts('outputs', {
  zh: { title: '输出物' },
  en: { title: 'Outputs' },
});
