import { type ReactNode, useEffect, useRef, useState } from 'react';
import { giveFocusBack, lastFocus } from './last-focus.ts';

/** Around what a dialog asks: takes the focus to its first field, and when it has gone gives it back to what had it. */
export function FocusKeeper({ children }: { children: ReactNode }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [opener] = useState(lastFocus);
  useEffect(() => {
    focusFirst(place.current);
    return () => giveFocusBack(opener);
  }, [opener]);
  return <div ref={place}>{children}</div>;
}

function focusFirst(place: HTMLElement | null): void {
  // A field may have claimed it.
  if (place === null || place.contains(document.activeElement)) return;
  const field = place.querySelector<HTMLInputElement>(fields);
  const isOneOfMany = field?.type === 'radio' && !field.checked;
  const chosen = isOneOfMany
    ? place.querySelector<HTMLElement>(`input[name="${CSS.escape(field.name)}"]:checked`)
    : null;
  (chosen ?? field)?.focus({ preventScroll: true });
}

/** `data-first`: a button that comes before all fields. */
const fields = ['button[data-first]', 'input:not([type="hidden"], [type="file"])', 'textarea', 'select']
  .map((field) => `${field}:not(:disabled)`)
  .join(', ');
