import { useCallback, useEffect, useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { api, type PortalKey, type PortalView } from '../api.ts';

/** The request as it stands, looked up again every minute while somebody is looking at it. */
const refreshMs = 60_000;

export function useRequestView(key: PortalKey, first: PortalView | null, onGone: () => void) {
  const [view, setView] = useState(first);
  const [updatedAt, setUpdatedAt] = useState(() => Date.now());
  const [failure, setFailure] = useState<unknown>(null);
  const { number, contact } = key;

  const show = useCallback((next: PortalView) => {
    setView(next);
    setUpdatedAt(Date.now());
    setFailure(null);
  }, []);
  const refresh = useCallback(async () => {
    try {
      show(await api.follow({ number, contact }));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) onGone();
      else setFailure(error);
    }
  }, [number, contact, show, onGone]);

  useEffect(() => {
    if (first === null) void refresh();
  }, [first, refresh]);
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    const timer = setInterval(again, refreshMs);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [refresh]);
  return { view, updatedAt, failure, show, refresh };
}
