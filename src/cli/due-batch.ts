/** A batch: lines of JSON in, as many out, in order and as they come; memory does not grow with their number. */
import { isUtf8 } from 'node:buffer';
import type { Refusal } from '../domain/refusal.ts';
import { answerLine, errorAnswer } from './due-line.ts';
import { type Language, lineRefusal } from './due-texts.ts';

/** Longest line, bytes: a calendar with 4,000 dates fits several times. */
export const maxLineBytes = 1_048_576;

const lineFeed = 0x0a;

/** Answers, joined to one text per chunk read. Blank lines get none. */
export async function* answerBatch(input: AsyncIterable<Uint8Array>, language: Language): AsyncGenerator<string> {
  const batch = new Batch(language);
  for await (const chunk of input) {
    const answers = batch.take(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (answers !== '') yield answers;
  }
  const last = batch.end();
  if (last !== '') yield last;
}

class Batch {
  private readonly language: Language;
  private lineNumber = 0;
  /** The beginning of a line whose end has not been read yet; dropped, but for its length, once it is too long. */
  private parts: Buffer[] = [];
  private partBytes = 0;

  constructor(language: Language) {
    this.language = language;
  }

  take(chunk: Buffer): string {
    let answers = '';
    let from = 0;
    for (let to = chunk.indexOf(lineFeed); to >= 0; to = chunk.indexOf(lineFeed, from)) {
      this.keep(chunk.subarray(from, to));
      answers += this.endLine();
      from = to + 1;
    }
    this.keep(chunk.subarray(from));
    return answers;
  }

  end(): string {
    return this.partBytes > 0 ? this.endLine() : '';
  }

  private keep(part: Buffer): void {
    this.partBytes += part.length;
    if (this.partBytes > maxLineBytes) this.parts = [];
    else if (part.length > 0) this.parts.push(part);
  }

  private endLine(): string {
    const { parts, partBytes } = this;
    this.parts = [];
    this.partBytes = 0;
    this.lineNumber++;
    if (partBytes > maxLineBytes) return this.refuse(tooLong());
    const bytes = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    if (!isUtf8(bytes)) return this.refuse(notUtf8());
    // trim also takes the carriage return and a byte order mark
    const text = bytes.toString().trim();
    return text === '' ? '' : `${answerLine(text, this.lineNumber, this.language)}\n`;
  }

  private refuse(refusal: Refusal): string {
    return `${errorAnswer(null, refusal, this.lineNumber, this.language)}\n`;
  }
}

function tooLong(): Refusal {
  const message = `This line is longer than ${maxLineBytes} bytes; shorten the calendar or name a built-in one`;
  return lineRefusal('line.too-long', 'line', message, { limit: maxLineBytes });
}

function notUtf8(): Refusal {
  return lineRefusal('line.not-utf8', 'line', 'This line has bytes that are not UTF-8; save the file as UTF-8');
}
