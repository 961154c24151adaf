import { randomBytes } from 'node:crypto';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { readFileIfThere, writeFileAtomically } from './platform/files.ts';
import { secret } from './platform/settings.ts';

/**
 * The key that follows the present master key. It is on disk before the first row depends on it, and takes the old one's place
 * in one step after the last row does: a crash at any point loses neither.
 */
export type NewKey = { key: Buffer /** Returns what is left to do for people. */; putInPlace(): string };

const keyBytes = 32;

export function prepareNewKey(
  config: Pick<Config, 'dataDir' | 'masterKey' | 'masterKeyFile'>,
  newKeyFile: string | null,
): NewKey {
  const keyFile = config.masterKey ? null : (config.masterKeyFile ?? join(config.dataDir, 'master.key'));
  const from = newKeyFile ?? (keyFile && `${keyFile}.new`);
  if (from === null) {
    throw new Error(
      'HUIYIN_MASTER_KEY holds the master key. Remedy: name a file for the new one with --new-key-file, then set the variable to it.',
    );
  }
  const key = readKey(from) ?? makeKey(from);
  if (keyFile === null || newKeyFile !== null) {
    return { key, putInPlace: () => `Start the server with the key in ${from} from now on.` };
  }
  return {
    key,
    putInPlace: () => {
      writeFileAtomically(`${keyFile}.old`, readFileIfThere(keyFile) ?? '');
      renameSync(from, keyFile);
      return `The new key is in ${keyFile}: copy it to a safe place, then delete ${keyFile}.old.`;
    },
  };
}

function readKey(file: string): Buffer | null {
  const text = readFileIfThere(file);
  if (text === null) return null;
  const parsed = secret(keyBytes)(text.trim());
  if (!parsed.ok) throw new Error(`The key file ${file} does not hold ${parsed.expected}.`);
  return parsed.value;
}

function makeKey(file: string): Buffer {
  const key = randomBytes(keyBytes);
  writeFileAtomically(file, `${key.toString('base64')}\n`);
  return key;
}
