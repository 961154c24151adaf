import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, createWriteStream, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** Most of the bytes are ciphertext: more effort makes it slower, not smaller. */
const gzipLevel = 4;

/** A file that is written under another name, and takes its own only when it is told to. */
export class NewFile {
  readonly sink: Sink;
  readonly #path: string;
  readonly #temporary: string;
  readonly #file: number;
  #isComplete = false;
  #isNamed = false;

  constructor(path: string) {
    this.#path = path;
    this.#temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.backup`);
    this.#file = openSync(this.#temporary, 'wx', 0o600);
    this.sink = new Sink(this.#file);
  }

  /** Everything lies on the disk then. @returns how many bytes */
  async complete(): Promise<number> {
    const bytes = await this.sink.close();
    fsyncSync(this.#file);
    closeSync(this.#file);
    this.#isComplete = true;
    return bytes;
  }

  takeName(): void {
    renameSync(this.#temporary, this.#path);
    this.#isNamed = true;
  }

  /** Takes away what never got its name. */
  async close(): Promise<void> {
    if (!this.#isComplete) await this.sink.abandon();
    if (!this.#isNamed) rmSync(this.#temporary, { force: true });
  }
}

/** Gathers small rows, hashes and compresses them; waits when the disk is slower than the database. */
export class Sink {
  readonly #hash = createHash('sha256');
  readonly #gzip = createGzip({ level: gzipLevel });
  readonly #file;
  #parts: Buffer[] = [];
  #size = 0;

  constructor(file: number) {
    this.#file = createWriteStream('', { fd: file, autoClose: false });
    this.#gzip.pipe(this.#file);
    this.#file.on('error', (error) => this.#gzip.destroy(error));
    this.#gzip.on('error', () => {});
  }

  async line(text: string): Promise<void> {
    await this.write(Buffer.from(`${text}\n`));
  }

  async write(bytes: Buffer): Promise<void> {
    this.#parts.push(bytes);
    this.#size += bytes.length;
    if (this.#size >= 1 << 18) await this.#flush();
  }

  /** Of everything so far. */
  sha256(): string {
    for (const part of this.#parts) this.#hash.update(part);
    const held = this.#parts;
    this.#parts = [];
    this.#size = 0;
    for (const part of held) this.#gzip.write(part);
    return this.#hash.copy().digest('hex');
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#size = 0;
    this.#hash.update(bytes);
    if (this.#gzip.errored) throw this.#gzip.errored;
    if (!this.#gzip.write(bytes)) await once(this.#gzip, 'drain');
  }

  async close(): Promise<number> {
    await this.#flush();
    this.#gzip.end();
    await finished(this.#file);
    return this.#file.bytesWritten;
  }

  /** Closes the file, too. */
  async abandon(): Promise<void> {
    this.#gzip.destroy();
    if (this.#file.closed) return;
    const closed = new Promise<void>((resolve) => this.#file.once('close', () => resolve()));
    this.#file.destroy();
    await closed;
  }
}
