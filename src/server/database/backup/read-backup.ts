import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { BackupSequence, BackupTable } from './catalogue.ts';
import { type BackupEnd, BackupError, type BackupHeader, endOfRows, marks } from './format.ts';

/** What is done with a backup as it is read. The rows of a table must be read to their end. */
export type BackupReader = {
  header: (header: BackupHeader) => Promise<void>;
  table: (table: BackupTable, rows: AsyncIterable<Buffer>) => Promise<void>;
  sequences: (sequences: BackupSequence[]) => Promise<void>;
};

/** Reads a backup from front to back and checks that it is whole. @throws BackupError when it is not; what was read is void then */
export async function readBackup(path: string, reader: BackupReader): Promise<BackupEnd> {
  const bytes = new Bytes(path);
  try {
    const header = await bytes.line();
    if (!header?.startsWith(marks.header)) throw notOne(path);
    await reader.header(parse<BackupHeader>(header, marks.header));
    for (;;) {
      const before = bytes.sha256();
      const line = await bytes.line();
      if (line === null) throw cutOff(path);
      if (line.startsWith(marks.end)) return await checkEnd(path, bytes, parse<BackupEnd>(line, marks.end), before);
      if (line.startsWith(marks.table)) {
        await bytes.line();
        await reader.table(parse<BackupTable>(line, marks.table), bytes.rows());
      } else if (line.startsWith(marks.sequences)) {
        await reader.sequences(parse<BackupSequence[]>(line, marks.sequences));
      }
    }
  } catch (error) {
    throw explained(error, path);
  } finally {
    bytes.close();
  }
}

/** What a file says of itself, without reading on. @throws BackupError when it is no backup */
export async function readHeader(path: string): Promise<BackupHeader> {
  const bytes = new Bytes(path);
  try {
    const header = await bytes.line();
    if (!header?.startsWith(marks.header)) throw notOne(path);
    return parse<BackupHeader>(header, marks.header);
  } catch (error) {
    throw explained(error, path);
  } finally {
    bytes.close();
  }
}

async function checkEnd(path: string, bytes: Bytes, end: BackupEnd, sha256: string): Promise<BackupEnd> {
  const isLast = (await bytes.line()) === null;
  if (isLast && end.sha256 === sha256) return end;
  throw new BackupError(`${path} is not as it was written: its checksum differs. Remedy: use another copy.`);
}

function parse<T>(line: string, mark: string): T {
  return JSON.parse(line.slice(mark.length)) as T;
}

const notOne = (path: string) => new BackupError(`${path} is no backup of Huiyin.`);
const cutOff = (path: string) => new BackupError(`${path} is cut off: its end is missing. Remedy: use another copy.`);

function explained(error: unknown, path: string): unknown {
  const { code } = error as { code?: string };
  if (code === 'Z_BUF_ERROR') return cutOff(path);
  if (code === 'Z_DATA_ERROR') {
    return /header/.test(String(error))
      ? notOne(path)
      : new BackupError(`${path} is damaged: ${(error as Error).message}. Remedy: use another copy.`);
  }
  return error instanceof SyntaxError ? new BackupError(`${path} is damaged. Remedy: use another copy.`) : error;
}

const longestLine = 16 << 20;
const lineFeed = 10;

/** The unpacked bytes, taken line by line or, between two marks, block by block. */
class Bytes {
  readonly #hash = createHash('sha256');
  readonly #file;
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(path: string) {
    this.#file = createReadStream(path, { highWaterMark: 1 << 18 });
    const gunzip = createGunzip({ chunkSize: 1 << 18 });
    this.#file.on('error', (error) => gunzip.destroy(error));
    this.#chunks = this.#file.pipe(gunzip)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** Of everything taken so far. */
  sha256(): string {
    return this.#hash.copy().digest('hex');
  }

  /** Without its end; null after the last one. */
  async line(): Promise<string | null> {
    for (let from = 0; ; ) {
      const end = this.#held.indexOf(lineFeed, from);
      if (end >= 0) return this.#take(end + 1).toString('utf8', 0, end);
      if (this.#held.length > longestLine) throw new SyntaxError('a line is too long');
      from = this.#held.length;
      if (!(await this.#more())) return null;
    }
  }

  /** Up to the line that says that there are no more; that line is taken, but not handed on. */
  async *rows(): AsyncGenerator<Buffer> {
    let isLineStart = true;
    for (;;) {
      const end = this.#endOfRows(isLineStart);
      if (end >= 0) {
        if (end > 0) yield this.#take(end);
        this.#take(endOfRows.length);
        return;
      }
      // The mark may come in two pieces.
      const whole = this.#held.length - endOfRows.length;
      if (whole > 0) {
        const block = this.#take(whole);
        isLineStart = block[block.length - 1] === lineFeed;
        yield block;
      }
      if (!(await this.#more())) throw Object.assign(new Error('the end is missing'), { code: 'Z_BUF_ERROR' });
    }
  }

  /** Where the closing line begins among what is held; -1 when it is not there. */
  #endOfRows(isLineStart: boolean): number {
    if (isLineStart && this.#held.subarray(0, endOfRows.length).equals(endOfRows)) return 0;
    const at = this.#held.indexOf(`\n${endOfRows.toString()}`);
    return at < 0 ? -1 : at + 1;
  }

  #take(length: number): Buffer {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    this.#hash.update(taken);
    return taken;
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#chunks.next();
    if (done) return false;
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
    return true;
  }

  close(): void {
    this.#file.destroy();
  }
}
