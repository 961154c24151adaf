import { Button, type FormInstance } from 'antd';
import type { ReactNode, RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { PhraseBody } from '../../../contract/phrase.ts';
import { type VariableName, variableNames, variables } from '../../../domain/phrase/variables.ts';
import { useLanguage, useTexts } from '../../i18n/use-texts.ts';
import styles from './phrases.module.css';
import { replaceRange } from './slash.ts';
import { texts } from './texts.ts';

type Props = { form: FormInstance<PhraseBody>; lastArea: RefObject<HTMLTextAreaElement | null> };

/** Nobody has to know a variable's name: a press puts it where the cursor was last. */
export function VariableButtons({ form, lastArea }: Props): ReactNode {
  const t = useTexts(texts);
  const language = useLanguage();
  const insert = (name: VariableName) => {
    const area = lastArea.current;
    const into = area?.dataset.language === 'en' ? 'en' : 'zh';
    const before: string = form.getFieldValue(['text', into]) ?? '';
    const from = area?.selectionStart ?? before.length;
    const word = `{{${name}}}`;
    flushSync(() =>
      form.setFieldValue(['text', into], replaceRange(before, { from, to: area?.selectionEnd ?? from }, word)),
    );
    area?.focus();
    area?.setSelectionRange(from + word.length, from + word.length);
  };
  return (
    <fieldset className={`${styles.half} ${styles.variables}`}>
      <legend className="visually-hidden">{t('field.variables')}</legend>
      <p aria-hidden>
        {t('field.variables')} · {t('field.variablesHint')}
      </p>
      {variableNames.map((name) => (
        <Button key={name} size="small" title={`{{${name}}}`} onClick={() => insert(name)}>
          {variables[name].name[language]}
        </Button>
      ))}
    </fieldset>
  );
}
