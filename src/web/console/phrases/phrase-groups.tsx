import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { PhraseView } from '../../../contract/phrase.ts';
import { situationIds } from '../../../domain/phrase/situations.ts';
import { useLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { languageOf, titleOf } from './language-of.ts';
import { PhraseText } from './phrase-text.tsx';
import styles from './phrases.module.css';
import { texts } from './texts.ts';
import { useScopeWords } from './use-scope-options.ts';

type Props = { phrases: readonly PhraseView[]; onOpen: (phrase: PhraseView) => void };

/** Phrases under the situation they are for, what is used most first. */
export function PhraseGroups({ phrases, onOpen }: Props): ReactNode {
  const t = useTexts(texts);
  const bySituation = Map.groupBy(phrases, (phrase) => phrase.situation);
  return (
    <div className={styles.groups}>
      {situationIds.map((id) => {
        const group = bySituation.get(id);
        if (!group) return null;
        const count = <span className={styles.count}>{t('count', { count: group.length })}</span>;
        return (
          <Panel key={id} title={t(`situation.${id}`)} extra={count} isFlush>
            <ul className={styles.list}>
              {group.map((phrase) => (
                <li key={phrase.id}>
                  <Row phrase={phrase} onOpen={() => onOpen(phrase)} />
                </li>
              ))}
            </ul>
          </Panel>
        );
      })}
    </div>
  );
}

function Row({ phrase, onOpen }: { phrase: PhraseView; onOpen: () => void }): ReactNode {
  const t = useTexts(texts);
  const language = languageOf(phrase, useLanguage());
  const scope = useScopeWords()(phrase);
  const title = titleOf(phrase, language);
  return (
    <button type="button" className={styles.row} data-off={!phrase.isActive} onClick={onOpen}>
      <span className={styles.rowTitle}>
        {title}
        {phrase.isActive ? null : <Tag>{t('off')}</Tag>}
        {phrase.isShipped ? <Tag>{t(phrase.isEdited ? 'edited' : 'shipped')}</Tag> : null}
      </span>
      <span className={styles.uses}>
        {phrase.useCount === 0 ? t('uses.none') : t('uses', { count: phrase.useCount })}
      </span>
      <span className={styles.rowText}>
        <PhraseText text={phrase.text[language]} language={language} />
      </span>
      {scope === '' ? null : <span className={styles.rowScope}>{scope}</span>}
    </button>
  );
}
