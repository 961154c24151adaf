/** Ctrl+Enter, or Command+Enter on a Mac, sends what is being written; never while a Chinese word is being composed. */
export function isSubmitKey(event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  nativeEvent?: { isComposing: boolean };
}): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent?.isComposing;
}

/** How that key is named on this machine. */
export function submitKeyNames(platform: string = navigator.platform): readonly [string, string] {
  return [/Mac|iPhone|iPad/.test(platform) ? '⌘' : 'Ctrl', 'Enter'];
}
