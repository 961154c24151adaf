import { useSyncExternalStore } from 'react';

/** Phones and tablets, where wide tables become cards. The style sheets name the same width. */
const compact = window.matchMedia('(max-width: 1100px)');

function subscribe(listener: () => void): () => void {
  compact.addEventListener('change', listener);
  return () => compact.removeEventListener('change', listener);
}

export function isCompactNow(): boolean {
  return compact.matches;
}

export function useIsCompact(): boolean {
  return useSyncExternalStore(subscribe, isCompactNow);
}
