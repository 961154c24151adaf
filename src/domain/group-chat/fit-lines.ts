/**
 * Shortens the longest lines first until all of them fit, so that no part of the template is lost: robots take so many bytes and no more.
 * @param most bytes in UTF-8, line breaks between the lines included
 */
export function fitLines(lines: readonly string[], most: number): string[] {
  const sizes = lines.map(bytesOf);
  const breaks = Math.max(lines.length - 1, 0);
  if (total(sizes) + breaks <= most) return [...lines];
  let [fits, tooMuch] = [0, Math.max(...sizes)];
  while (tooMuch - fits > 1) {
    const middle = Math.floor((fits + tooMuch) / 2);
    if (total(sizes.map((size) => Math.min(size, middle))) + breaks <= most) fits = middle;
    else tooMuch = middle;
  }
  return lines.map((line) => cut(line, fits));
}

const ellipsis = '…';
const encoder = new TextEncoder();

export const bytesOf = (text: string): number => encoder.encode(text).length;
const total = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);

/** Whole signs only, never half of one that is made of several parts. */
function cut(line: string, most: number): string {
  if (bytesOf(line) <= most) return line;
  let left = most - bytesOf(ellipsis);
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    left -= bytesOf(segment);
    if (left < 0) break;
    kept += segment;
  }
  return most < bytesOf(ellipsis) ? '' : `${kept.trimEnd()}${ellipsis}`;
}
