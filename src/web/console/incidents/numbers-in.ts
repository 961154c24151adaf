const most = 500;

/** Ticket numbers as people paste them: by lines, commas, spaces, each once. */
export function numbersIn(text: string): string[] {
  const found = text
    .normalize('NFKC')
    .toUpperCase()
    .split(/[\s,;、]+/)
    .filter((part) => part !== '');
  return [...new Set(found)].slice(0, most);
}
