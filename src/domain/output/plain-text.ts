/**
 * Text from outside, fit for XML and paper: no control characters (Word and Excel call a file with one broken), no half
 * surrogates, one kind of line end, and no marks that turn the reading direction of what follows.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[\p{Cc}--[\t\n]]|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gv, '');
}

/** The width of a text in columns of a typewriter; what East Asian scripts fill counts two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += isWideSign(sign) ? 2 : 1;
  return width;
}

export const isWideSign = (sign: string): boolean => (sign.codePointAt(0) ?? 0) >= 0x1100;
