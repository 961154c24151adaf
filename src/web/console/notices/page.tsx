import { BellOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { texts as uiTexts } from '../../ui/texts.ts';
import { PageFailure } from '../app/page-failure.tsx';
import { MarkAllRead } from './mark-all-read.tsx';
import { NoticeFilters } from './notice-filters.tsx';
import { NoticeGroups } from './notice-groups.tsx';
import styles from './notices.module.css';
import { texts } from './texts.ts';

/** The inbox: everything that concerns me, once and in one place, by ticket. */
export function NoticesPage(): ReactNode {
  const t = useTexts(texts);
  return (
    <div className={styles.page}>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<MarkAllRead />} />
      <NoticeFilters />
      <Inbox />
    </div>
  );
}

function Inbox(): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  const { show, topic } = useSearch({ from: '/shell/notices' });
  const isNarrowed = show === 'unread' || topic !== undefined;
  const filter = { ...(show === 'unread' ? { unread: 'true' as const } : {}), ...(topic ? { topic } : {}) };
  const notices = useInfiniteQuery(queries.notices(filter));
  if (notices.isPending) return <Loading rows={6} />;
  if (notices.isError) return <PageFailure error={notices.error} onRetry={() => void notices.refetch()} />;
  const all = notices.data.pages.flatMap((page) => page.items);
  if (all.length === 0) {
    return (
      <Panel>
        <EmptyState
          icon={<BellOutlined />}
          title={t(isNarrowed ? 'empty.filtered' : 'empty.title')}
          hint={t(isNarrowed ? 'empty.filteredHint' : 'empty.hint')}
        />
      </Panel>
    );
  }
  return (
    <>
      <NoticeGroups notices={all} />
      {notices.hasNextPage ? (
        <div className={styles.more}>
          <Button loading={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
            {ui('loadMore')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
