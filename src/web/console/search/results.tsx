import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queries } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { paths } from '../app/paths.ts';
import { TicketItem } from '../app/ticket-item.tsx';
import { Highlight } from './highlight.tsx';
import styles from './search.module.css';
import { texts } from './texts.ts';

export function Results({ q }: { q: string }): ReactNode {
  const t = useTexts(texts);
  const { may } = useMe();
  const found = useQuery(queries.search(q));
  if (found.isPending) {
    return (
      <Panel isFlush>
        <Loading />
      </Panel>
    );
  }
  if (found.isError) {
    return (
      <Panel isFlush>
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </Panel>
    );
  }
  const { items, isPartial } = found.data;
  if (items.length === 0) {
    return (
      <Panel isFlush>
        <EmptyState
          icon={<SearchOutlined />}
          title={t('none.title', { q })}
          hint={t('none.hint')}
          action={may.register ? <Link {...paths.register()}>{t('none.action')}</Link> : null}
        />
      </Panel>
    );
  }
  return (
    <>
      <p className={styles.found} role="status">
        {t('found', { count: items.length, q })}
      </p>
      <Panel isFlush>
        <ul className={styles.list}>
          {items.map((row) => (
            <li key={row.id}>
              <TicketItem row={row} hasOwner>
                <span className={styles.snippet}>
                  <Highlight text={row.snippet} q={q} />
                </span>
              </TicketItem>
            </li>
          ))}
        </ul>
      </Panel>
      {isPartial ? <p className={styles.found}>{t('partial')}</p> : null}
    </>
  );
}
