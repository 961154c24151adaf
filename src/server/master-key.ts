import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { ensurePrivateFolder, readFileIfThere, writeFileAtomically } from './platform/files.ts';
import { secret } from './platform/settings.ts';

const keyBytes = 32;

/**
 * The key above all customer keys. A missing key file is made at the first start only: beside an existing database a new key
 * could read nothing of it, so that is refused with what to do.
 * @throws Error with a remedy
 */
export function loadMasterKey(config: Pick<Config, 'dataDir' | 'masterKey' | 'masterKeyFile'>): Buffer {
  if (config.masterKey) return config.masterKey;
  const file = config.masterKeyFile ?? join(config.dataDir, 'master.key');
  const text = explained(`The key file ${file} cannot be read`, () => readFileIfThere(file));
  if (text === null) return createMasterKey(file, config.dataDir);
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Error(`The key file ${file} can be read by others. Remedy: chmod 600 ${file}`);
  const parsed = secret(keyBytes)(text.trim());
  if (!parsed.ok)
    throw new Error(
      `The key file ${file} does not hold ${parsed.expected}. Remedy: put back the right one from your copy.`,
    );
  return parsed.value;
}

function createMasterKey(file: string, dataDir: string): Buffer {
  if (existsSync(join(dataDir, 'postgres'))) {
    throw new Error(
      `The key file ${file} is missing, but ${dataDir} holds data encrypted under it. Remedy: put the file back from your copy, or set HUIYIN_MASTER_KEY.`,
    );
  }
  ensurePrivateFolder(dataDir);
  const key = randomBytes(keyBytes);
  explained(`The key file ${file} cannot be made`, () => writeFileAtomically(file, `${key.toString('base64')}\n`));
  return key;
}

function explained<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const remedy = 'name a file that the user who starts Huiyin may read, with HUIYIN_MASTER_KEY_FILE';
    throw new Error(`${what}: ${(error as Error).message}. Remedy: ${remedy}.`, { cause: error });
  }
}
