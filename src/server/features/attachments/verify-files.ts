import { createHash } from 'node:crypto';
import type { Queryable } from '../../database/pool.ts';
import { erasedAmong, loadAttachments, readPart } from './store.ts';

/** What an event says of a file that came with it. */
export type NamedFile = { attachment: number; sha256: string };
export type FileProblem = { attachment: number; problem: string };

/** Whether the stored bytes are those that the events name. Needs no key. Of erased customers there are none, and rightly so. */
export async function verifyFiles(db: Queryable, files: readonly NamedFile[]): Promise<FileProblem[]> {
  if (files.length === 0) return [];
  const ids = files.map(({ attachment }) => attachment);
  const known = new Set((await loadAttachments(db, ids)).map(({ id }) => id));
  const erased = await erasedAmong(db, ids);
  const problems: FileProblem[] = [];
  for (const { attachment, sha256 } of files) {
    if (!known.has(attachment)) problems.push({ attachment, problem: 'names a file that is gone' });
    else if (!erased.has(attachment) && (await hashOf(db, attachment)) !== sha256)
      problems.push({ attachment, problem: 'names a file whose bytes are not what was recorded' });
  }
  return problems;
}

async function hashOf(db: Queryable, id: number): Promise<string> {
  const hash = createHash('sha256');
  for (let part = 0; ; part++) {
    const bytes = await readPart(db, id, part);
    if (bytes === null) return hash.digest('hex');
    hash.update(bytes);
  }
}
