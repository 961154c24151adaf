/** Small yes-or-no preferences of this browser. */
type Flag = 'nav-collapsed' | 'single-keys' | 'first-steps-hidden';

export function readFlag(flag: Flag, fallback: boolean): boolean {
  try {
    const stored = localStorage.getItem(`huiyin.${flag}`);
    return stored === null ? fallback : stored === 'yes';
  } catch {
    return fallback;
  }
}

export function writeFlag(flag: Flag, value: boolean): void {
  try {
    localStorage.setItem(`huiyin.${flag}`, value ? 'yes' : 'no');
  } catch {
    // A browser that refuses storage keeps the choice until the page is left.
  }
}
