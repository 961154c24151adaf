import type { ReactNode } from 'react';
import type { PhraseView } from '../../../contract/phrase.ts';
import { useLanguage, useTexts } from '../../i18n/use-texts.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { titleOf } from './language-of.ts';
import { PhraseText } from './phrase-text.tsx';
import styles from './phrases.module.css';
import { texts } from './texts.ts';
import { useScopeWords } from './use-scope-options.ts';

/** A phrase for those who only read. */
export function PhraseReader({ phrase, onClose }: { phrase: PhraseView; onClose: () => void }): ReactNode {
  const t = useTexts(texts);
  const title = titleOf(phrase, useLanguage());
  const scope = useScopeWords()(phrase);
  return (
    <SidePanel title={t('viewTitle', { title })} open size={520} onClose={onClose}>
      <div className={styles.view}>
        <p className={styles.count}>{t('editorsOnly')}</p>
        {(['zh', 'en'] as const).map((language) =>
          phrase.text[language] === '' ? null : (
            <section key={language}>
              <h3>{t(`field.${language}`)}</h3>
              <p>
                <PhraseText text={phrase.text[language]} language={language} />
              </p>
            </section>
          ),
        )}
        <section>
          <h3>{t('field.scope')}</h3>
          <p>{scope || t('everywhere')}</p>
        </section>
      </div>
    </SidePanel>
  );
}
