import { i18n } from './i18n.ts';

/**
 * Texts of one page folder. Each folder has a `texts.ts`:
 *
 *     export const texts = defineTexts('queues', { zh: { title: '工单池' }, en: { title: 'Queues' } });
 *
 * and its components say `const t = useTexts(texts); t('title')`. Keys are flat (dots are part of the key) and checked
 * by the compiler; `{{name}}` interpolates. Where English needs a singular, write `tickets_one` and `tickets_other`
 * in both languages and say `t('tickets', { count })`.
 */
export type Texts<K extends string = string> = {
  readonly namespace: string;
  readonly zh: Readonly<Record<K, string>>;
  readonly en: Readonly<Record<K, string>>;
};

/** A key as it is asked for: plural forms share one. */
export type TextKey<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;
export type Values = Readonly<Record<string, string | number>>;
export type Translate<K extends string> = (key: TextKey<K>, values?: Values) => string;

export function defineTexts<K extends string>(
  namespace: string,
  texts: { zh: Record<K, string>; en: Record<NoInfer<K>, string> },
): Texts<K> {
  i18n.addResourceBundle('zh', namespace, texts.zh, true, true);
  i18n.addResourceBundle('en', namespace, texts.en, true, true);
  return { namespace, ...texts };
}

/** For code outside components; inside them `useTexts` follows a change of language. */
export function translate<K extends string>(texts: Texts<K>, key: TextKey<K>, values?: Values): string {
  return i18n.t(key as string, { ns: texts.namespace, ...values });
}
