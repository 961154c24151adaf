import { useEffect, useRef, useSyncExternalStore } from 'react';
import { readFlag, writeFlag } from './stored-flag.ts';

/**
 * Single keys (`n`, `/`, `j`) and Alt combinations (`alt+n`). Single keys rest while somebody types or a dialog is
 * open, and can be switched off altogether (WCAG 2.1.4).
 */
type Handlers = Readonly<Record<string, (event: KeyboardEvent) => void>>;

let isOn = readFlag('single-keys', true);
const listeners = new Set<() => void>();

export function useSingleKeys(): [boolean, (value: boolean) => void] {
  const value = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOn,
  );
  return [value, setSingleKeys];
}

function setSingleKeys(value: boolean): void {
  isOn = value;
  writeFlag('single-keys', value);
  for (const listener of listeners) listener();
}

export function useShortcuts(handlers: Handlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const name = shortcutName(event);
      const handler = name === null ? undefined : latest.current[name];
      if (!handler) return;
      event.preventDefault();
      handler(event);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}

function shortcutName(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey) return null;
  // On a Mac, Alt turns letters into others: the physical key says which it was.
  if (event.altKey) return event.code.startsWith('Key') ? `alt+${event.code.slice(3).toLowerCase()}` : null;
  if (!isOn || isTyping(event.target) || document.querySelector('[role="dialog"][aria-modal="true"]')) return null;
  return event.key.length === 1 ? event.key.toLowerCase() : null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role="combobox"], [role="textbox"]');
}
