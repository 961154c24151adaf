import { useSyncExternalStore } from 'react';

const wish = window.matchMedia('(prefers-reduced-motion: reduce)');

function subscribe(listener: () => void): () => void {
  wish.addEventListener('change', listener);
  return () => wish.removeEventListener('change', listener);
}

/** Whether the person's system asks for less motion, as remote desktops often do. */
export function useWantsLessMotion(): boolean {
  return useSyncExternalStore(subscribe, () => wish.matches);
}
