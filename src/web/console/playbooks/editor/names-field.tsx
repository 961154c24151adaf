import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import styles from './editor.module.css';
import { useEditorParts, valueAt } from './editor-context.tsx';
import type { PartProps } from './field-props.ts';
import { TextInput } from './text-input.tsx';
import { editorTexts } from './texts.ts';

/** A name in both languages, side by side. An optional one that is emptied in both goes. */
export function NamesField({ path, label, value, isRequired, node }: PartProps): ReactNode {
  const t = useTexts(editorTexts);
  const { edit, isReadOnly } = useEditorParts();
  const set = (language: 'zh' | 'en', text: string) => {
    const other = valueAt(value, [language === 'zh' ? 'en' : 'zh']);
    if (value === undefined) edit({ do: 'set', path, value: { zh: text, en: text } });
    else if (text === '' && (other === '' || other === undefined) && !isRequired) edit({ do: 'remove', path });
    else edit({ do: 'set', path: [...path, language], value: text });
  };
  return (
    <fieldset className={styles.names}>
      <legend title={node.description}>{label}</legend>
      {(['zh', 'en'] as const).map((language) => (
        <TextInput
          key={language}
          isLong
          lang={language === 'zh' ? 'zh-CN' : 'en'}
          label={`${label} · ${t(language)}`}
          placeholder={t(language)}
          isDisabled={isReadOnly}
          value={valueAt(value, [language])}
          onChange={(text) => set(language, text)}
        />
      ))}
    </fieldset>
  );
}
