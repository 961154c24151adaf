import { statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, type Info, type Parser, parse } from 'csv-parse';
import { type Encoding, type FoundEncoding, findEncoding, readText } from './encoding.ts';
import { type RowSource, TableError, type TableRow } from './table.ts';

/**
 * RFC 4180 as it is met: with or without a byte order mark, any of three delimiters, line breaks inside quotes, lines that end in any
 * way. Streams: a file may be larger than the memory.
 */
export type CsvOptions = { encoding: Encoding | null; delimiter: string | null };

export const delimiters: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t' };
const longestRow = 4_000_000;
const longestCell = 100_000;
const sampleLength = 100_000;

type Read = { record: string[]; info: Info };

export async function openCsv(path: string, options: CsvOptions): Promise<RowSource> {
  const { encoding, isSound } = await encodingOf(path, options.encoding);
  const delimiter = options.delimiter ?? findDelimiter(await sampleOf(path, encoding));
  const { size } = statSync(path);
  let bytes = 0;
  const text = readText(path, encoding, (count) => {
    bytes += count;
  });
  const name = Object.keys(delimiters).find((one) => delimiters[one] === delimiter) ?? `"${delimiter}"`;
  return {
    about: `CSV, ${encoding.toUpperCase()}, delimiter ${name}`,
    rows: readRows(parserOf(text, delimiter), isSound),
    progress: () => (size === 0 ? 1 : Math.min(1, bytes / size)),
  };
}

async function encodingOf(path: string, said: Encoding | null): Promise<FoundEncoding> {
  const found = await findEncoding(path);
  return said === null || said === found.encoding ? found : { encoding: said, isSound: false };
}

async function sampleOf(path: string, encoding: Encoding): Promise<string> {
  let text = '';
  for await (const chunk of readText(path, encoding, () => {})) {
    text += chunk;
    if (text.length >= sampleLength) break;
  }
  return text;
}

/** The one that parts the first line with more than one cell into most; texts further down may be full of commas. */
function findDelimiter(sample: string): string {
  const lines = sample
    .replace(/"[^"]*"/g, '')
    .split(/\r\n?|\n/)
    .slice(0, 10);
  for (const line of lines) {
    const counted = Object.values(delimiters).map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
    const best = counted.reduce((most, one) => (one.count > most.count ? one : most));
    if (best.count > 1) return best.delimiter;
  }
  return ',';
}

function parserOf(text: AsyncGenerator<string>, delimiter: string): Parser {
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    info: true,
  });
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  parser.on('close', () => source.destroy());
  return source.pipe(parser);
}

async function* readRows(parser: Parser, isSound: boolean): AsyncGenerator<TableRow, void, void> {
  try {
    for await (const { record, info } of parser as AsyncIterable<Read>) {
      if (record.every((cell) => cell.trim() === '')) continue;
      yield { row: info.records + info.empty_lines, cells: record, problem: problemOf(record, isSound) };
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error) : error;
  } finally {
    parser.destroy();
  }
}

function problemOf(record: readonly string[], isSound: boolean): string | null {
  if (record.some((cell) => cell.length > longestCell)) return `a cell of more than ${longestCell} characters`;
  return !isSound && record.some((cell) => cell.includes('\ufffd'))
    ? 'bytes that are not of the encoding of the file: mend the text, or say which with --encoding'
    : null;
}

function unreadable(error: CsvError): TableError {
  const why = ['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'].includes(error.code)
    ? 'a quotation mark is opened there or before, and never closed'
    : error.message;
  return new TableError(`The file cannot be read any further near line ${error.lines}: ${why}. Remedy: mend it there.`);
}
