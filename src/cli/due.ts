/** `huiyin due`: when something is due and why, once from flags or for any number of lines. Needs no server and no database. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../domain/refusal.ts';
import { explainDue } from '../domain/time/explain.ts';
import { answerBatch } from './due-batch.ts';
import { type DueQuestion, languageOf, parseFlags, UsageError, usage } from './due-flags.ts';
import { readCalendar } from './due-line.ts';
import { reportJson, reportText } from './due-report.ts';
import { fieldOf, type Language, lineRefusal, refusalText } from './due-texts.ts';

export type DueIo = {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
  readFile(path: string): Promise<string>;
  openFile(path: string): Readable;
};

const processIo = (): DueIo => ({
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  readFile: (path) => readFile(path, 'utf8'),
  openFile: (path) => createReadStream(path, { highWaterMark: 262_144 }),
});

/** Exit code 0: answered (a batch also when lines were refused); 1: refused; 2: wrong flags. */
export async function runDue(argv: readonly string[], io: DueIo = processIo()): Promise<number> {
  const language = languageOf(argv);
  try {
    const flags = parseFlags(argv);
    if (flags.kind === 'batch') return await runBatch(flags.file, language, io);
    if (flags.kind === 'help') await write(io.stdout, usage[language]);
    else await write(io.stdout, await answerOne(flags.question, flags.isJson, language, io));
    return 0;
  } catch (error) {
    if (isBrokenPipe(error)) return 0;
    if (error instanceof UsageError) {
      await write(io.stderr, `${error.message}\n\n${usage[language]}`);
      return 2;
    }
    if (!(error instanceof Refusal)) throw error;
    await write(io.stderr, `${fieldOf(error)}: ${refusalText(error, language)} (${error.code})\n`);
    return 1;
  }
}

async function answerOne(question: DueQuestion, isJson: boolean, language: Language, io: DueIo): Promise<string> {
  const calendar = readCalendar(await loadCalendar(question.calendar, io));
  const explained = explainDue({ ...question, calendar });
  return isJson ? reportJson(explained) : reportText(explained, language);
}

/** A name as it is; a file by its content. */
async function loadCalendar(name: string, io: DueIo): Promise<unknown> {
  if (!/[./\\]/.test(name)) return name;
  const text = await io.readFile(name).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(name, 'calendar', error);
  });
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'string' ? [value] : value;
  } catch {
    throw lineRefusal('line.not-json', 'calendar', `"${name}" is not valid JSON; check brackets, quotes and commas`);
  }
}

async function runBatch(file: string, language: Language, io: DueIo): Promise<number> {
  const input = file === '-' ? io.stdin : io.openFile(file);
  try {
    await pipeline(input, (chunks: AsyncIterable<Uint8Array>) => answerBatch(chunks, language), io.stdout, {
      end: false,
    });
    await write(io.stdout, '');
    return 0;
  } catch (error) {
    const failed = error as NodeJS.ErrnoException;
    if (failed.syscall === 'open' || failed.syscall === 'read') throw unreadable(file, 'batch', failed);
    throw error;
  }
}

function unreadable(path: string, field: string, error: NodeJS.ErrnoException): Refusal {
  const reason = error.code ?? error.message;
  const message = `Cannot read "${path}" (${reason}); check the path and its permissions`;
  return lineRefusal('file.unreadable', field, message, { path, reason });
}

/** Resolves when the text has left, so that exiting right after loses nothing. */
function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('error', reject);
    stream.write(text, (error) => {
      if (error) return reject(error);
      stream.off('error', reject);
      resolve();
    });
  });
}

/** The reader went away, as `| head` does: nothing is left to do. */
function isBrokenPipe(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ERR_STREAM_DESTROYED';
}
