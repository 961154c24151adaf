/**
 * Lays words out as 16-byte blocks for one AES pass: segment (4 bytes), length (1), then up to five UTF-16 units as they are.
 * Longer words are folded into the last 11 bytes by a seeded 96-bit mix: they meet only by chance, and whoever does not
 * know the seed cannot aim for it.
 */
export const blockBytes = 16;
const unitsAsTheyAre = 5;
const foldedMark = 0xff;

export type FoldSeed = readonly [number, number, number];

export function writeBlock(into: Uint8Array, at: number, word: string, segment: number, seed: FoldSeed): void {
  into[at] = segment;
  into[at + 1] = segment >>> 8;
  into[at + 2] = segment >>> 16;
  into[at + 3] = segment >>> 24;
  if (word.length > unitsAsTheyAre) {
    into[at + 4] = foldedMark;
    writeFolded(into, at + 5, word, seed);
    return;
  }
  into[at + 4] = word.length;
  for (let i = 0; i < unitsAsTheyAre; i++) {
    const unit = i < word.length ? word.charCodeAt(i) : 0;
    into[at + 5 + 2 * i] = unit;
    into[at + 6 + 2 * i] = unit >>> 8;
  }
  into[at + 15] = 0;
}

function writeFolded(into: Uint8Array, at: number, word: string, [seedA, seedB, seedC]: FoldSeed): void {
  let a = seedA ^ word.length;
  let b = seedB;
  let c = seedC;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    a = Math.imul(a ^ unit ^ (c >>> 15), 0x9e3779b1);
    b = Math.imul(b ^ unit ^ (a >>> 13), 0x85ebca6b);
    c = Math.imul(c ^ unit ^ (b >>> 16), 0xc2b2ae35);
  }
  a = finish(a ^ (b >>> 11));
  b = finish(b ^ (c >>> 11));
  c = finish(c ^ (a >>> 11));
  for (let i = 0; i < 4; i++) {
    into[at + i] = a >>> (8 * i);
    into[at + 4 + i] = b >>> (8 * i);
    if (i < 3) into[at + 8 + i] = c >>> (8 * i);
  }
}

function finish(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}
