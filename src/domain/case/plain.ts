/**
 * A text as patterns are tried on it: compatibility forms resolved (full width, circled), invisible characters out. Each UTF-16 unit
 * knows from where to where it stood in the original, so that what is found can be replaced there.
 */
export type Plain = { text: string; at: number[]; end: number[] };

const invisible = /^[\p{Cf}\p{Mn}]$/u;

export function plainOf(original: string): Plain {
  const at: number[] = [];
  const end: number[] = [];
  let text = '';
  for (let from = 0; from < original.length; ) {
    const point = original.codePointAt(from) ?? 0;
    const to = from + (point > 0xffff ? 2 : 1);
    const char = original.slice(from, to);
    if (!invisible.test(char)) {
      const folded = char.normalize('NFKC');
      text += folded;
      for (let unit = 0; unit < folded.length; unit++) {
        at.push(from);
        end.push(to);
      }
    }
    from = to;
  }
  return { text, at, end };
}

export type Span = { from: number; to: number };

/** Where units `first` to `last` (not included) stood in the original. */
export function originalSpan({ at, end }: Plain, first: number, last: number): Span {
  return { from: at[first] ?? 0, to: end[last - 1] ?? 0 };
}
