import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { filterCount, filterNames, viewOf } from '../../../contract/queue-search.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { paths } from '../app/paths.ts';
import type { QueueSearch } from './search.ts';
import { texts } from './texts.ts';

type Props = { search: QueueSearch; change: (change: Partial<QueueSearch>) => void };

/** Why there is nothing to see, and the way on. */
export function QueueEmpty({ search, change }: Props): ReactNode {
  const t = useTexts(texts);
  const { may } = useMe();
  const clear = () => change(Object.fromEntries(filterNames.map((name) => [name, undefined])));
  const state =
    filterCount(search) > 0 ? (
      <EmptyState
        title={t('empty.filtered')}
        hint={t('empty.filteredHint')}
        action={<Button onClick={clear}>{t('filter.clear')}</Button>}
      />
    ) : viewOf(search) === 'all' ? (
      <EmptyState
        title={t('empty.all')}
        hint={t('empty.allHint')}
        action={may.register ? <Link {...paths.register()}>{t('empty.register')}</Link> : null}
      />
    ) : (
      <EmptyState
        title={t('empty.view')}
        hint={t('empty.viewHint')}
        action={<Link {...paths.queues()}>{t('empty.showAll')}</Link>}
      />
    );
  return <Panel isFlush>{state}</Panel>;
}
