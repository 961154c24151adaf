import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { phraseBody } from '../../../contract/phrase.ts';
import { checkPhrase } from '../../../domain/phrase/check.ts';
import type { DatabasePool } from '../../database/pool.ts';
import { type ShippedPhrase, upsertShipped } from './store.ts';

/** The wording that comes with the program, one YAML file a part of a ticket's life. */
const shippedFile = z.array(
  phraseBody.omit({ isActive: true }).extend({ key: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/) }),
);

/** @throws when a file is not what it should be: a mistake in the program, not of whoever runs it */
export async function readShippedPhrases(folder: string): Promise<ShippedPhrase[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const phrases: ShippedPhrase[] = [];
  for (const file of files) {
    for (const phrase of shippedFile.parse(parse(await readFile(join(folder, file), 'utf8')))) {
      if (phrases.some(({ key }) => key === phrase.key)) throw new Error(`${file}: the key ${phrase.key} stands twice`);
      checkPhrase(phrase);
      phrases.push(phrase);
    }
  }
  return phrases;
}

/** Loads them at the start of every process: what is new is added, what somebody edited or removed is left alone. */
export async function loadShippedPhrases(pool: DatabasePool, folder: string, now: number): Promise<void> {
  await upsertShipped(pool, await readShippedPhrases(folder), now);
}
