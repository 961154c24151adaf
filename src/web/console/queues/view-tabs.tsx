import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isSameSearch, searchToSave, type View, viewOf, views } from '../../../contract/queue-search.ts';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../app/paths.ts';
import { SavedTabs } from './saved-tabs.tsx';
import type { QueueSearch } from './search.ts';
import { texts } from './texts.ts';
import type { useSavedViews } from './use-saved-views.ts';
import styles from './view-tabs.module.css';

/** The views as links, each with how many wait there. Filters stay when the view changes. */
export function ViewTabs({
  search,
  saved,
}: {
  search: QueueSearch;
  saved: ReturnType<typeof useSavedViews>;
}): ReactNode {
  const t = useTexts(texts);
  const counts = useQuery(queries.counts()).data;
  const numbers: Partial<Record<View, number>> = counts
    ? {
        all: counts.open,
        green: counts.greenLane,
        unassigned: counts.unassigned,
        breached: counts.breached,
        waiting: counts.waiting,
        mine: counts.mine,
      }
    : {};
  const isSaved = saved.items.some((one) => isSameSearch(one.search, searchToSave(search)));
  const current = isSaved ? null : viewOf(search);
  return (
    <nav className={styles.tabs} aria-label={t('views.label')}>
      {views.map((view) => (
        <Link
          key={view}
          {...paths.queues({ ...search, view: view === 'all' ? undefined : view, sort: undefined })}
          className={`${styles.tab} ${view === current ? styles.current : ''} ${styles[view] ?? ''}`}
          aria-current={view === current ? 'page' : undefined}
        >
          {t(`view.${view}`)}
          {numbers[view] === undefined ? null : <span className={styles.number}>{numbers[view]}</span>}
        </Link>
      ))}
      <SavedTabs search={search} saved={saved} />
    </nav>
  );
}
