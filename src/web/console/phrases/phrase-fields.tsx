import { Form, type FormInstance, Input } from 'antd';
import type { ReactNode, RefObject } from 'react';
import type { PhraseBody } from '../../../contract/phrase.ts';
import { mistakesIn, variablesApart } from '../../../domain/phrase/check.ts';
import type { PhraseLanguage } from '../../../domain/phrase/render.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PhraseText } from './phrase-text.tsx';
import styles from './phrases.module.css';
import { sampleValues } from './sample-values.ts';
import { texts } from './texts.ts';

type Props = {
  form: FormInstance<PhraseBody>;
  language: PhraseLanguage;
  lastArea: RefObject<HTMLTextAreaElement | null>;
};

const suffix = { zh: 'Zh', en: 'En' } as const;

/** Title and text in one language, with mistakes told and the result shown while it is written. */
export function PhraseFields({ form, language, lastArea }: Props): ReactNode {
  const t = useTexts(texts);
  const text = Form.useWatch<string | undefined>(['text', language], form) ?? '';
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  return (
    <fieldset className={styles.half}>
      <legend>{t(`field.${language}`)}</legend>
      <Form.Item name={['title', language]} label={t(`field.title${suffix[language]}`)}>
        <Input maxLength={60} lang={lang} />
      </Form.Item>
      <Form.Item name={['text', language]} label={t(`field.text${suffix[language]}`)}>
        <Input.TextArea
          maxLength={2_000}
          lang={lang}
          autoSize={{ minRows: 3, maxRows: 12 }}
          data-language={language}
          onFocus={(event) => {
            lastArea.current = event.currentTarget;
          }}
        />
      </Form.Item>
      <Mistakes text={text} />
      {language === 'en' ? <Apart form={form} /> : null}
      <section className={styles.preview} aria-label={t(`field.preview${suffix[language]}`)} data-empty={text === ''}>
        {text === '' ? (
          t('field.previewEmpty')
        ) : (
          <PhraseText text={text} values={sampleValues[language]} language={language} />
        )}
      </section>
    </fieldset>
  );
}

function Mistakes({ text }: { text: string }): ReactNode {
  const t = useTexts(texts);
  return mistakesIn(text).map(({ given, nearest }) => (
    <p key={given} role="alert" className={styles.mistake}>
      {nearest === null ? t('variable.mistakeNone', { given }) : t('variable.mistake', { given, nearest })}
    </p>
  ));
}

function Apart({ form }: Pick<Props, 'form'>): ReactNode {
  const t = useTexts(texts);
  const text = Form.useWatch<PhraseBody['text'] | undefined>('text', form);
  const names = variablesApart({ zh: text?.zh ?? '', en: text?.en ?? '' });
  if (names.length === 0) return null;
  return <p className={styles.hint}>{t('variable.apart', { names: names.join(t('separator')) })}</p>;
}
