import { BellOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { NoticeItem } from './notice-item.tsx';
import styles from './notices.module.css';
import { texts } from './texts.ts';
import { useReadNotices } from './use-read-notices.ts';

/** The newest of my notices, for places where there is room for a few. */
export function NoticeList({ limit, onOpen }: { limit: number; onOpen?: () => void }): ReactNode {
  const t = useTexts(texts);
  const read = useReadNotices();
  const notices = useInfiniteQuery(queries.notices());
  if (notices.isPending) return <Loading rows={4} />;
  if (notices.isError) return <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />;
  const all = notices.data.pages.flatMap((page) => page.items);
  if (all.length === 0) return <EmptyState icon={<BellOutlined />} title={t('empty.title')} hint={t('empty.hint')} />;
  return (
    <ul className={styles.list}>
      {all.slice(0, limit).map((notice) => (
        <li key={notice.id}>
          <NoticeItem
            notice={notice}
            onOpen={() => {
              if (!notice.isRead) read.these([notice.id]);
              onOpen?.();
            }}
          />
        </li>
      ))}
    </ul>
  );
}
