import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { queries } from '../../api/queries.ts';
import { paths } from '../app/paths.ts';
import { type TrackingSearch, trackingAsk } from './search.ts';

/** The address is the state: a change of filter or view is a change of address. */
export function useTrackingSearch(): [TrackingSearch, (change: Partial<TrackingSearch>) => void] {
  const search = useSearch({ from: '/shell/tracking' });
  const navigate = useNavigate();
  const change = (change: Partial<TrackingSearch>) => {
    void navigate({ ...paths.tracking(withChange(search, change)), replace: true, resetScroll: false });
  };
  return [search, change];
}

export function withChange(search: TrackingSearch, change: Partial<TrackingSearch>): TrackingSearch {
  return Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined));
}

export function useTracking(search: TrackingSearch) {
  return useInfiniteQuery({ ...queries.tracking(trackingAsk(search)), placeholderData: (before) => before });
}
