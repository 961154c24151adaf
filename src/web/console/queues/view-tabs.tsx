import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isSameSearch, searchToSave, type View, viewOf, views } from '../../../contract/queue-search.ts';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../app/paths.ts';
import { Tab, TabNumber, TabRow } from '../app/tabs.tsx';
import { SavedTabs } from './saved-tabs.tsx';
import type { QueueSearch } from './search.ts';
import { texts } from './texts.ts';
import type { useSavedViews } from './use-saved-views.ts';

/** Which numbers stand out while another view is open. */
const tones: Partial<Record<View, 'good' | 'bad'>> = { green: 'good', breached: 'bad' };

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
    <TabRow label={t('views.label')}>
      {views.map((view) => (
        <Tab
          key={view}
          to={paths.queues({ ...search, view: view === 'all' ? undefined : view, sort: undefined })}
          isCurrent={view === current}
        >
          {t(`view.${view}`)}
          {numbers[view] === undefined ? null : <TabNumber tone={tones[view]}>{numbers[view]}</TabNumber>}
        </Tab>
      ))}
      <SavedTabs search={search} saved={saved} />
    </TabRow>
  );
}
