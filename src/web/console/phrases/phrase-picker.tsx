import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Input, Segmented } from 'antd';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { PhraseView } from '../../../contract/phrase.ts';
import { choosePhrases, type PhraseWanted } from '../../../domain/phrase/choose.ts';
import type { PhraseLanguage, PhraseValues } from '../../../domain/phrase/render.ts';
import { type SituationId, situationIds } from '../../../domain/phrase/situations.ts';
import { queries } from '../../api/queries.ts';
import { useLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { languageOf } from './language-of.ts';
import { optionId, PhraseOptions } from './phrase-options.tsx';
import { PhraseText } from './phrase-text.tsx';
import styles from './picker.module.css';
import { SituationChips } from './situation-chips.tsx';
import { texts } from './texts.ts';

export type PhrasePicked = { phrase: PhraseView; language: PhraseLanguage };
type Props = {
  isOpen: boolean;
  wanted: PhraseWanted;
  valuesIn: (language: PhraseLanguage) => PhraseValues;
  onPick: (picked: PhrasePicked) => void;
  onClose: () => void;
  afterClose: () => void;
};

/** Phrases to choose from without leaving the keyboard: type to narrow, arrows to choose, Enter to insert, Escape to leave. */
export function PhrasePicker({ isOpen, onClose, afterClose, ...rest }: Props): ReactNode {
  const t = useTexts(texts);
  return (
    <Dialog
      open={isOpen}
      title={t('picker.title')}
      footer={null}
      width={860}
      onCancel={onClose}
      afterClose={afterClose}
      className={styles.modal ?? ''}
      style={{ top: '9vh' }}
    >
      <Picker {...rest} />
    </Dialog>
  );
}

function Picker({ wanted, valuesIn, onPick }: Pick<Props, 'wanted' | 'valuesIn' | 'onPick'>): ReactNode {
  const t = useTexts(texts);
  const listId = useId();
  const phrases = useQuery(queries.phrases());
  const [language, setLanguage] = useState<PhraseLanguage>(useLanguage());
  const [words, setWords] = useState('');
  const [situation, setSituation] = useState<SituationId | undefined>(undefined);
  const [at, setAt] = useState(0);
  const fitting = choosePhrases(phrases.data?.items ?? [], { ...wanted, words });
  const situations = situationIds.filter((id) => id === situation || fitting.some((one) => one.situation === id));
  const shown = situation === undefined ? fitting : fitting.filter((one) => one.situation === situation);
  const active = shown[Math.min(at, shown.length - 1)];
  const pick = (phrase: PhraseView) => onPick({ phrase, language: languageOf(phrase, language) });
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moved(event.key, at, shown.length);
    if (to !== null) setAt(to);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && active) pick(active);
    else return;
    event.preventDefault();
  };
  if (phrases.isError) return <ErrorState error={phrases.error} onRetry={() => void phrases.refetch()} />;
  return (
    <>
      <div className={styles.head}>
        <Input
          autoFocus
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={active ? optionId(listId, active) : undefined}
          aria-label={t('search')}
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('search.picker')}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Segmented<PhraseLanguage>
          aria-label={t('picker.language')}
          value={language}
          onChange={setLanguage}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <SituationChips
        situations={situations}
        chosen={situation}
        onChoose={(next) => {
          setSituation(next);
          setAt(0);
        }}
      />
      {phrases.isPending ? (
        <Loading rows={6} />
      ) : (
        <div className={styles.body}>
          <PhraseOptions
            id={listId}
            phrases={shown}
            active={active}
            language={language}
            valuesIn={valuesIn}
            onPoint={(phrase) => setAt(shown.indexOf(phrase))}
            onPick={pick}
          />
          {active ? <Preview phrase={active} language={language} valuesIn={valuesIn} /> : null}
          {shown.length === 0 ? <EmptyState title={t('picker.none')} hint={t('picker.noneHint')} /> : null}
        </div>
      )}
      <p className={styles.keys} aria-hidden>
        {t('picker.keys')}
      </p>
    </>
  );
}

function moved(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'PageDown') return Math.min(at + 6, count - 1);
  return key === 'PageUp' ? Math.max(at - 6, 0) : null;
}

type PreviewProps = { phrase: PhraseView; language: PhraseLanguage; valuesIn: Props['valuesIn'] };

function Preview({ phrase, language: wanted, valuesIn }: PreviewProps): ReactNode {
  const language = languageOf(phrase, wanted);
  return (
    <div className={styles.preview} aria-live="polite">
      <PhraseText text={phrase.text[language]} values={valuesIn(language)} language={language} />
    </div>
  );
}
