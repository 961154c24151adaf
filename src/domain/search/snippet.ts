import { findTerm, termsOf } from './match.ts';

/** The part of the text around the first place that answers the query, at most `length` characters and `…` where it was cut. */
export function snippetOf(text: string, query: string, length = 80): string {
  const tidy = text.replace(/\s+/gu, ' ').trim();
  const found = findTerm(tidy, termsOf(query));
  const points = Array.from(tidy);
  if (points.length <= length) return tidy;
  const place = found ? Array.from(tidy.slice(0, found.from)).length : 0;
  const from = Math.max(0, Math.min(place - Math.floor(length / 4), points.length - length));
  const cut = points.slice(from, from + length).join('');
  return `${from > 0 ? '…' : ''}${cut}${from + length < points.length ? '…' : ''}`;
}
