/**
 * The form in which texts are compared: compatibility forms resolved (full width, ligatures), lower case, accents dropped, every run of
 * spaces, punctuation, symbols and emoji one separator. Each code point folds by itself, so that a part of a text folds to a part of
 * the folded text, wherever it was cut. Traditional and simplified characters stay apart.
 */
export const separator = 0;
export const ideographic = 1;
export const alphanumeric = 2;
export type Kind = typeof separator | typeof ideographic | typeof alphanumeric;

export type Folded = {
  /** One character each; a separator is `-` where it was one hyphen or underscore, a space where it was one space, else `|`. */
  chars: string[];
  kinds: Kind[];
  /** Where in the original each character began, in UTF-16 units. */
  at: number[];
};

export function fold(text: string): Folded {
  const folded: Folded = { chars: [], kinds: [], at: [] };
  let next: number;
  for (let at = 0; at < text.length; at = next) {
    const point = text.codePointAt(at) ?? 0;
    next = at + (point > 0xffff ? 2 : 1);
    const piece = pieceOf(point);
    for (let i = 0; i < piece.chars.length; i++) append(folded, piece.chars[i] ?? '', piece.kinds[i] ?? separator, at);
  }
  return folded;
}

function append({ chars, kinds, at }: Folded, char: string, kind: Kind, origin: number): void {
  const last = kinds.length - 1;
  if (kind === separator && kinds[last] === separator) {
    chars[last] = '|';
    return;
  }
  chars.push(char);
  kinds.push(kind);
  at.push(origin);
}

type Piece = { chars: readonly string[]; kinds: readonly Kind[] };
const known: (Piece | undefined)[] = new Array(0x10000);

function pieceOf(point: number): Piece {
  const piece = known[point];
  if (piece) return piece;
  const made = makePiece(String.fromCodePoint(point));
  if (point < known.length) known[point] = made;
  return made;
}

const mark = /[\p{Mn}\p{Me}\p{Cf}]/gu;
const cjk = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]$/u;
const wordLike = /^[\p{L}\p{N}\p{Mc}]$/u;

function makePiece(char: string): Piece {
  const plain = (text: string) => text.normalize('NFKD').replace(mark, '').normalize('NFC');
  const chars = Array.from(plain(plain(char).toLowerCase()));
  const kinds = chars.map(kindOf);
  return { chars: chars.map((one, i) => (kinds[i] === separator ? separatorFor(one) : one)), kinds };
}

function kindOf(char: string): Kind {
  if (!wordLike.test(char)) return separator;
  return cjk.test(char) ? ideographic : alphanumeric;
}

function separatorFor(char: string): string {
  if (/[-_\u2010-\u2015\u2212]/.test(char)) return '-';
  return /\s/.test(char) ? ' ' : '|';
}
