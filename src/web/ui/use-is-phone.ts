import { useSyncExternalStore } from 'react';

/** Narrow screens, where tables become cards. The same width stands in the style sheets. */
const narrow = window.matchMedia('(max-width: 760px)');

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
