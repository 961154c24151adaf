/** Cuts a passage into found and other parts, without regard to case; words of the search count one by one. */
export type Part = { text: string; isFound: boolean; at: number };

export function highlightParts(text: string, q: string): Part[] {
  const words = q.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [{ text, isFound: false, at: 0 }];
  const pattern = new RegExp(`(${words.map(escapePattern).join('|')})`, 'giu');
  let at = 0;
  return text.split(pattern).flatMap((piece, index) => {
    const part = { text: piece, isFound: index % 2 === 1, at };
    at += piece.length;
    return piece === '' ? [] : [part];
  });
}

function escapePattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
