import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { maxBytes } from '../../../domain/playbook/limits.ts';
import { problemAt } from '../../../domain/playbook/problem.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import { formatPlaced, parsePlaybook } from '../../../domain/playbook/source.ts';

/** The playbooks cannot be used as they are; `lines` says everything that is wrong, as `file:line:column path: message`. */
export class PlaybookFilesError extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(`The playbooks have ${lines.length === 1 ? 'a problem' : `${lines.length} problems`}:\n${lines.join('\n')}`);
    this.name = 'PlaybookFilesError';
    this.lines = lines;
  }
}

/**
 * All playbooks (`*.yaml`) of a folder, by file name.
 * @throws PlaybookFilesError with the problems of every file at once.
 */
export async function readPlaybooks(folder: string): Promise<Playbook[]> {
  return (await readPlaybookFiles(folder)).map(({ playbook }) => playbook);
}

/** The same, each with its text. */
export async function readPlaybookFiles(folder: string): Promise<{ playbook: Playbook; source: string }[]> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  if (names.length === 0) throw new PlaybookFilesError([`${folder}: there is no playbook (*.yaml) here`]);
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = await readBounded(join(folder, name));
      return { name, parsed: parsePlaybook(bytes), source: new TextDecoder().decode(bytes) };
    }),
  );
  const lines = files.flatMap(({ name, parsed }) => (parsed.problems ?? []).map((one) => formatPlaced(name, one)));
  const read = files.flatMap(({ name, parsed, source }) =>
    parsed.problems ? [] : [{ name, playbook: parsed.playbook, source }],
  );
  const all = [...lines, ...repeatedIds(read)];
  if (all.length > 0) throw new PlaybookFilesError(all);
  return read;
}

/** No more of a file than it takes to see that it is too large. */
async function readBounded(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const bytes = new Uint8Array(maxBytes + 1);
    let length = 0;
    for (let count = -1; count !== 0 && length < bytes.length; length += count) {
      count = (await file.read(bytes, length)).bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

function repeatedIds(files: readonly { name: string; playbook: Playbook }[]): string[] {
  return files.flatMap(({ name, playbook: { id } }, index) => {
    const before = files.slice(0, index).find((one) => one.playbook.id === id);
    if (!before) return [];
    return [
      formatPlaced(name, {
        ...problemAt(['id'], `"${id}" is the id of ${before.name} too`),
        place: { line: 1, column: 1 },
      }),
    ];
  });
}
