import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { useTicketKeys } from '../app/use-ticket-keys.ts';
import { FilterDrawer } from './filter-drawer.tsx';
import { Filters } from './filters.tsx';
import { QueueResults } from './queue-results.tsx';
import styles from './queues.module.css';
import { SavedActions } from './saved-tabs.tsx';
import { texts } from './texts.ts';
import { useQueueSearch } from './use-queue.ts';
import { useSavedViews } from './use-saved-views.ts';
import { ViewTabs } from './view-tabs.tsx';

export function QueuesPage(): ReactNode {
  const t = useTexts(texts);
  const [search, change] = useQueueSearch();
  const saved = useSavedViews();
  useTicketKeys();
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <div className={styles.views}>
        <ViewTabs search={search} saved={saved} />
        <SavedActions search={search} saved={saved} />
      </div>
      <div className={styles.bar}>
        <div className={styles.wide}>
          <Filters search={search} change={change} />
        </div>
        <FilterDrawer search={search} change={change} />
      </div>
      <QueueResults search={search} change={change} />
    </>
  );
}
