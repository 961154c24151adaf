import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { PhraseView } from '../../../contract/phrase.ts';
import { choosePhrases } from '../../../domain/phrase/choose.ts';
import { situationIds } from '../../../domain/phrase/situations.ts';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EditGate, useMayEditPhrases } from './edit-gate.tsx';
import { PhraseDrawer } from './phrase-drawer.tsx';
import { PhraseFilters } from './phrase-filters.tsx';
import { PhraseGroups } from './phrase-groups.tsx';
import { PhraseReader } from './phrase-reader.tsx';
import styles from './phrases.module.css';
import { texts } from './texts.ts';

/** The library of wording: everybody reads, supervisors and administrators write. */
export function PhrasesPage(): ReactNode {
  const t = useTexts(texts);
  const mayEdit = useMayEditPhrases();
  const { words = '', situation } = useSearch({ from: '/shell/admin/phrases' });
  const [isInactiveShown, setInactiveShown] = useState(false);
  const [opened, setOpened] = useState<PhraseView | 'new' | null>(null);
  const phrases = useQuery(queries.phrases(isInactiveShown));
  const all = phrases.data?.items ?? [];
  const chosen = situationIds.find((id) => id === situation);
  const shown = choosePhrases(all, { words, situation: chosen });
  const add = (
    <EditGate>
      {(isAllowed) => (
        <Button type="primary" icon={<PlusOutlined />} disabled={!isAllowed} onClick={() => setOpened('new')}>
          {t('add')}
        </Button>
      )}
    </EditGate>
  );
  const close = () => setOpened(null);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={add} />
      <PhraseFilters words={words} situation={chosen} isInactiveShown={isInactiveShown} onInactive={setInactiveShown}>
        <span className={styles.count} role="status">
          {phrases.data ? t('count', { count: shown.length }) : null}
        </span>
      </PhraseFilters>
      {phrases.isPending ? (
        <Loading rows={10} />
      ) : phrases.isError ? (
        <ErrorState error={phrases.error} onRetry={() => void phrases.refetch()} />
      ) : shown.length === 0 ? (
        <Panel>
          {all.length === 0 ? (
            <EmptyState title={t('empty.none')} hint={t('empty.noneHint')} action={add} />
          ) : (
            <EmptyState title={t('empty.title')} hint={t('empty.hint')} />
          )}
        </Panel>
      ) : (
        <PhraseGroups phrases={shown} onOpen={setOpened} />
      )}
      {opened === null ? null : opened !== 'new' && !mayEdit ? (
        <PhraseReader phrase={opened} onClose={close} />
      ) : (
        <PhraseDrawer phrase={opened === 'new' ? null : opened} situation={chosen} onClose={close} />
      )}
    </>
  );
}
