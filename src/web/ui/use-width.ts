import { useSyncExternalStore } from 'react';

/** Phones and tablets, where wide tables become cards. The style sheets name the same width. */
const compact = window.matchMedia('(max-width: 1100px)');

const events = ['beforeprint', 'afterprint'] as const;
let isPrinting = false;
// Paper is narrow. Told before its pages are counted: what changed only afterwards would leave blank ones at the end.
window.addEventListener('beforeprint', () => {
  isPrinting = true;
});
window.addEventListener('afterprint', () => {
  isPrinting = false;
});

function subscribe(listener: () => void): () => void {
  compact.addEventListener('change', listener);
  for (const event of events) window.addEventListener(event, listener);
  return () => {
    compact.removeEventListener('change', listener);
    for (const event of events) window.removeEventListener(event, listener);
  };
}

export function isCompactNow(): boolean {
  return isPrinting || compact.matches;
}

export function useIsCompact(): boolean {
  return useSyncExternalStore(subscribe, isCompactNow);
}
