import { PassThrough, Readable, Writable } from 'node:stream';
import { type DueIo, runDue } from '../../src/cli/due.ts';

export type Files = Record<string, string>;
export type Ran = { code: number; out: string; err: string };

/** Runs the command in this process on streams and files held in memory. */
export async function due(args: string[], stdin: Iterable<string | Uint8Array> = [], files: Files = {}): Promise<Ran> {
  const [out, err] = [new Sink(), new Sink()];
  const io: DueIo = {
    stdin: Readable.from(bytes(stdin), { objectMode: false }),
    stdout: out,
    stderr: err,
    readFile: async (path) => files[path] ?? Promise.reject(notFound(path)),
    openFile: (path) => Readable.from(bytes([files[path] ?? '']), { objectMode: false }),
  };
  return { code: await runDue(args, io), out: out.text, err: err.text };
}

/** One line, or several, through a batch; parsed answers. */
export async function batch(lines: Iterable<string | Uint8Array>, ...flags: string[]): Promise<Answer[]> {
  const { code, out, err } = await due(['--batch', '-', ...flags], lines);
  if (code !== 0 || err !== '') throw new Error(`Exit code ${code}: ${err}`);
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

export type Answer = { id: unknown; due?: string; error?: { code: string; field: string; message: string } };

/** Streams for a run whose ends the test holds itself. */
export function openIo(stdout: Writable): { io: DueIo; stdin: PassThrough } {
  const stdin = new PassThrough();
  const unused = () => {
    throw new Error('This run reads no file');
  };
  return { stdin, io: { stdin, stdout, stderr: new Sink(), readFile: unused, openFile: unused } };
}

export class Sink extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

function* bytes(parts: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

function notFound(path: string): Error {
  return Object.assign(new Error(`no such file ${path}`), { code: 'ENOENT', syscall: 'open' });
}
