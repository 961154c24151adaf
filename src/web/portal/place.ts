import { useSyncExternalStore } from 'react';

/**
 * Where the customer is, in the address: `/portal`, `/portal?view=follow`, with `&number=` from a link in a message, and `/portal/status`,
 * which is also found at `/status`. `/portal/answer#…` is what a link to one party opens.
 */
export type Place = { view: 'submit' | 'follow' | 'status' | 'answer'; number: string };

const listeners = new Set<() => void>();
let place = readPlace();

function readPlace(): Place {
  const search = new URLSearchParams(location.search);
  const number = (search.get('number') ?? '').trim().toUpperCase().slice(0, 60);
  if (/^(\/portal)?\/status\/?$/.test(location.pathname)) return { view: 'status', number: '' };
  if (/^\/portal\/answer\/?$/.test(location.pathname)) return { view: 'answer', number: '' };
  return { view: search.get('view') === 'follow' || number !== '' ? 'follow' : 'submit', number };
}

function tell(): void {
  place = readPlace();
  for (const listener of listeners) listener();
}
addEventListener('popstate', tell);

const addresses: Record<Place['view'], string> = {
  submit: '/portal',
  follow: '/portal?view=follow',
  status: '/portal/status',
  answer: '/portal/answer',
};

export function go(view: Place['view']): void {
  history.pushState(null, '', addresses[view]);
  tell();
  scrollTo({ top: 0 });
}

export function usePlace(): Place {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => place,
  );
}
