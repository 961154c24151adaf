import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, createWriteStream, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { copyOut } from '../copy.ts';
import { type DatabasePool, type PoolClient, transaction } from '../pool.ts';
import { type BackupTable, estimateRows, listMigrations, listSequences, listTables } from './catalogue.ts';
import { BackupError, type BackupHeader, copyStatement, marks, sequenceStatements } from './format.ts';

export type BackupOptions = {
  version: string;
  createdAt: string;
  searchKey: Buffer | null;
  /** Rows written so far, of about so many. */
  onProgress?: (done: number, all: number) => void;
};
export type BackupDone = { rows: Record<string, number>; bytes: number };

/** Most of the bytes are ciphertext: more effort makes it slower, not smaller. */
const gzipLevel = 4;

/**
 * Writes all tables as they stand at one instant, while others go on writing. The file takes its name only when it is whole; its
 * owner alone can read it.
 */
export async function writeBackup(pool: DatabasePool, path: string, options: BackupOptions): Promise<BackupDone> {
  refuseOtherFile(path);
  const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.backup`);
  const file = openSync(temporary, 'wx', 0o600);
  try {
    const sink = new Sink(file);
    const rows = await transaction(pool, (client) => writeAll(client, sink, options)).catch(async (error) => {
      await sink.abandon();
      throw error;
    });
    const bytes = await sink.close();
    fsyncSync(file);
    renameSync(temporary, path);
    return { rows, bytes };
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

async function writeAll(client: PoolClient, sink: Sink, options: BackupOptions): Promise<Record<string, number>> {
  await client.query('set transaction isolation level repeatable read, read only');
  await client.query('set local statement_timeout = 0');
  await client.query('set local idle_in_transaction_session_timeout = 0');
  const { version, createdAt, searchKey } = options;
  const migrations = await listMigrations(client);
  const header: BackupHeader = {
    format: 1,
    version,
    createdAt,
    migrations,
    searchKey: searchKey?.toString('base64') ?? null,
  };
  await sink.line(marks.header + JSON.stringify(header));
  const rows: Record<string, number> = {};
  const all = await estimateRows(client);
  let done = 0;
  const onRows = (count: number) => {
    done += count;
    options.onProgress?.(done, Math.max(all, done));
  };
  for (const table of await listTables(client)) rows[table.name] = await writeTable(client, sink, table, onRows);
  const sequences = await listSequences(client);
  await sink.line(marks.sequences + JSON.stringify(sequences));
  for (const statement of sequences.flatMap(sequenceStatements)) await sink.line(`${statement};`);
  await sink.line(marks.end + JSON.stringify({ rows, sha256: sink.sha256() }));
  return rows;
}

async function writeTable(
  client: PoolClient,
  sink: Sink,
  table: BackupTable,
  onRows: (count: number) => void,
): Promise<number> {
  await sink.line(marks.table + JSON.stringify(table));
  await sink.line(`${copyStatement(table, 'from stdin')};`);
  let rows = 0;
  for await (const block of copyOut(client, copyStatement(table, 'to stdout')) as AsyncIterable<Buffer>) {
    await sink.write(block);
    const count = linesIn(block);
    rows += count;
    onRows(count);
  }
  await sink.line('\\.');
  return rows;
}

/** Rows, for line feeds inside of them are written as `\n`. */
function linesIn(block: Buffer): number {
  let count = 0;
  for (let at = block.indexOf(10); at >= 0; at = block.indexOf(10, at + 1)) count++;
  return count;
}

/** Gathers small rows, hashes and compresses them; waits when the disk is slower than the database. */
class Sink {
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

  async abandon(): Promise<void> {
    this.#gzip.destroy();
    this.#file.destroy();
  }
}

/** A backup may take the place of an older one, of nothing else. */
function refuseOtherFile(path: string): void {
  if (!existsSync(path)) return;
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(2);
    const length = readSync(file, head);
    if (length === 0 || head.equals(Buffer.of(0x1f, 0x8b))) return;
  } finally {
    closeSync(file);
  }
  throw new BackupError(`${path} is there already and is no backup. Remedy: choose another name.`);
}
