import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { dialogTexts } from './dialog-texts.ts';
import styles from './incidents.module.css';
import { PickList } from './pick-list.tsx';

type Props = { chosen: readonly number[]; onChoose: (ids: number[]) => void };

export function LinkSearch({ chosen, onChoose }: Props): ReactNode {
  const t = useTexts(dialogTexts);
  const [q, setQ] = useState('');
  const found = useQuery(queries.search(q));
  return (
    <div className={styles.linkPart}>
      <Input.Search
        aria-label={t('link.search')}
        placeholder={t('link.searchPlaceholder')}
        maxLength={100}
        enterButton
        autoFocus
        onSearch={(value) => setQ(value.trim())}
      />
      {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {q !== '' && found.isPending ? <Loading rows={3} /> : null}
      {found.data?.items.length === 0 ? <p className={styles.quiet}>{t('link.similarNone')}</p> : null}
      {found.data ? <PickList rows={found.data.items} chosen={chosen} onChoose={onChoose} /> : null}
    </div>
  );
}
