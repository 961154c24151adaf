import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

/** The only argument of a command that takes one file, and where customers' keys lie; or what to print instead, and with which exit code. */
export type OneFile = { file: string; keys: string } | { text: string; code: 0 | 2 };

export function readOneFile(argv: readonly string[], usage: string): OneFile {
  try {
    const options = { keys: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...argv], options, strict: true, allowPositionals: true });
    if (values.help) return { text: usage, code: 0 };
    const [file] = positionals;
    const keys = values.keys ?? join(dirname(file ?? ''), 'customer-keys');
    return file && positionals.length === 1 ? { file, keys } : { text: `One FILE is needed.\n\n${usage}`, code: 2 };
  } catch (error) {
    return { text: `${(error as Error).message}\n\n${usage}`, code: 2 };
  }
}

export function printInstead({ text, code }: { text: string; code: 0 | 2 }): number {
  (code === 0 ? process.stdout : process.stderr).write(text);
  return code;
}
