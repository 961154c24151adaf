import { useSyncExternalStore } from 'react';

/** Light, dark, or as the device says. The choice is kept in the browser. */
export const appearances = ['auto', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

const key = 'huiyin.appearance';
const listeners = new Set<() => void>();
const deviceIsDark = window.matchMedia('(prefers-color-scheme: dark)');
let chosen: Appearance = stored();

function stored(): Appearance {
  try {
    return appearances.find((one) => one === localStorage.getItem(key)) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function tell(): void {
  for (const listener of listeners) listener();
}
deviceIsDark.addEventListener('change', tell);
const paper = window.matchMedia('print');
paper.addEventListener('change', tell);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function chooseAppearance(appearance: Appearance): void {
  chosen = appearance;
  try {
    localStorage.setItem(key, appearance);
  } catch {
    // A browser that refuses storage keeps the choice until the page is left.
  }
  tell();
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, () => chosen);
}

/** Paper is light, whatever was chosen for the screen. */
export function useIsDark(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => !paper.matches && (chosen === 'auto' ? deviceIsDark.matches : chosen === 'dark'),
  );
}
