import { useShortcuts } from '../shell/shortcuts.ts';

/** `j` and `k` move the focus through the tickets on the page; Enter then opens, as with any link. */
export function useTicketKeys(): void {
  useShortcuts({ j: () => moveFocus(1), k: () => moveFocus(-1) });
}

function moveFocus(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-ticket-link]')].filter(
    (link) => link.offsetParent !== null,
  );
  const here = links.indexOf(document.activeElement as HTMLElement);
  const next = here === -1 ? links[step === 1 ? 0 : links.length - 1] : links[here + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
