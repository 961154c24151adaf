import { defineTexts } from '../../i18n/texts.ts';
import { casesEn } from './texts-en.ts';
import { casesZh } from './texts-zh.ts';

export const texts = defineTexts('cases', { zh: casesZh, en: casesEn });
