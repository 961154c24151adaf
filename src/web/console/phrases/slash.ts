/** A piece of a text: from and to in UTF-16 units. */
export type TextRange = { from: number; to: number };

/**
 * Whether somebody has just typed the shortcut for phrases: a slash where a word would begin. Where a Chinese keyboard makes 、 of that key,
 * that counts too, at a place where nobody would write it.
 */
export function slashTyped(before: string, after: string, caret: number): TextRange | null {
  if (after.length !== before.length + 1) return null;
  const typed = after[caret - 1];
  const previous = after[caret - 2] ?? '\n';
  if (before !== after.slice(0, caret - 1) + after.slice(caret)) return null;
  const isSlash = typed === '/' && /[\s。！？，；：]/.test(previous);
  const isOnChineseKeyboard = typed === '、' && /\s/.test(previous);
  return isSlash || isOnChineseKeyboard ? { from: caret - 1, to: caret } : null;
}

export function replaceRange(text: string, { from, to }: TextRange, words: string): string {
  return text.slice(0, from) + words + text.slice(to);
}
