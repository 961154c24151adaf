import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** A link goes away with its page: on the next one the keyboard begins at the content, unless the page has put the focus somewhere. */
export function usePageFocus(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        // Whoever has just come begins at the top, where the way past the navigation is.
        if (!pathChanged || fromLocation === undefined) return;
        requestAnimationFrame(() => {
          const isLost = document.activeElement === null || document.activeElement === document.body;
          if (isLost) document.getElementById('content')?.focus({ preventScroll: true });
        });
      }),
    [router],
  );
}
