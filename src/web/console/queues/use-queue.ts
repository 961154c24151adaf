import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { queueQuery } from '../../../contract/queue-search.ts';
import { queries } from '../../api/queries.ts';
import { paths } from '../app/paths.ts';
import type { QueueSearch } from './search.ts';

/** The address is the state: what it says is asked, and a change of filters is a change of address. */
export function useQueueSearch(): [QueueSearch, (change: Partial<QueueSearch>) => void] {
  const search = useSearch({ from: '/shell/queues' });
  const navigate = useNavigate();
  const change = (change: Partial<QueueSearch>) => {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined),
    );
    void navigate({ ...paths.queues(next), resetScroll: false });
  };
  return [search, change];
}

export function useQueue(search: QueueSearch) {
  return useInfiniteQuery({ ...queries.queue(queueQuery(search)), placeholderData: (before) => before });
}
