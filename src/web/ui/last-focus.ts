/**
 * Where the focus was before something opened over the page. What stands in a menu or a list of choices goes away with it, so the
 * button that opened it counts instead.
 */
const passing = '.ant-dropdown, .ant-select-dropdown, .ant-picker-dropdown';

let last: HTMLElement | null = null;

/** Called once, before anything can be focused. */
export function watchFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !target.closest(passing)) last = target;
  });
}

export function lastFocus(): HTMLElement | null {
  return last;
}

/** Back to where it was, else to the page's content; not where the focus has gone on to something else meanwhile. */
export function giveFocusBack(opener: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const now = document.activeElement;
    const isFree = now === null || now === document.body || now.closest(overlays) !== null;
    const isStillOpen = now !== null && opener !== null && now.closest(overlays)?.contains(opener);
    if (!isFree || isStillOpen) return;
    const target = opener?.isConnected ? opener : document.getElementById('content');
    target?.focus({ preventScroll: true });
  });
}

const overlays = '.ant-modal-wrap, .ant-drawer, .ant-dropdown';
