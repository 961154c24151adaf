import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];
/** `isSound`: every byte is of that encoding, so that a U+FFFD in a text is the text's own. */
export type FoundEncoding = { encoding: Encoding; isSound: boolean };

const chunkBytes = 1 << 18;
/** Text in another encoding breaks UTF-8 in most of its characters, a damaged file in a few. */
const mostDamage = 0.1;

/**
 * What a text file is written in. Chinese spreadsheets save CSV as GB18030 without saying so; a file that is not UTF-8 as a whole is
 * that, unless only a few of its characters are broken.
 */
export async function findEncoding(path: string): Promise<FoundEncoding> {
  let first: Encoding | null = null;
  let isStart = true;
  const count = { all: 0, broken: 0 };
  let carried = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    if (isStart) first = byMark(chunk);
    isStart = false;
    if (first !== null && first !== 'utf-8') return { encoding: first, isSound: false };
    const bytes = Buffer.concat([carried, chunk]);
    const end = lastWhole(bytes);
    const whole = bytes.subarray(0, end);
    if (isUtf8(whole)) count.all += leads(whole);
    else countBroken(whole, count);
    carried = Buffer.from(bytes.subarray(end));
  }
  if (!isUtf8(carried)) count.broken++;
  if (count.broken === 0) return { encoding: 'utf-8', isSound: true };
  if (first === 'utf-8' || count.broken / (count.all + count.broken) < mostDamage)
    return { encoding: 'utf-8', isSound: false };
  return { encoding: 'gb18030', isSound: false };
}

function byMark(bytes: Buffer): Encoding | null {
  if (bytes.subarray(0, 3).equals(Buffer.of(0xef, 0xbb, 0xbf))) return 'utf-8';
  if (bytes.subarray(0, 2).equals(Buffer.of(0xff, 0xfe))) return 'utf-16le';
  return bytes.subarray(0, 2).equals(Buffer.of(0xfe, 0xff)) ? 'utf-16be' : null;
}

/** Where the last character that may go on in the next chunk begins. */
function lastWhole(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

/** Characters beyond ASCII. */
function leads(bytes: Buffer): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0xc0) count++;
  return count;
}

/** Characters beyond ASCII, and how many of them are broken. */
function countBroken(bytes: Buffer, count: { all: number; broken: number }): void {
  const text = new TextDecoder('utf-8').decode(bytes);
  for (const character of text) {
    if (character === '\ufffd') count.broken++;
    else if (character > '\x7f') count.all++;
  }
}

/** A file as text, chunk by chunk; `onBytes` hears how much has been read. */
export async function* readText(
  path: string,
  encoding: Encoding,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 16 }) as AsyncIterable<Buffer>) {
    onBytes(chunk.length);
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
