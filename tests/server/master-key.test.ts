import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { loadMasterKey } from '../../src/server/master-key.ts';

const home = mkdtempSync(join(tmpdir(), 'huiyin-key-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the master key', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(home, 'data-'));
  });
  const load = (masterKeyFile: string | null = null) => loadMasterKey({ dataDir, masterKey: null, masterKeyFile });
  const file = (text: string, mode = 0o600) => {
    const path = join(dataDir, 'key');
    writeFileSync(path, text);
    chmodSync(path, mode);
    return path;
  };

  it('is made once, for its owner alone, and then read', () => {
    const made = load();
    expect(made).toHaveLength(32);
    expect(statSync(join(dataDir, 'master.key')).mode & 0o777).toBe(0o600);
    expect(load()).toEqual(made);
  });

  it.each<[string, () => string, RegExp]>([
    ['that others may read', () => file(`${'ab'.repeat(32)}\n`, 0o644), /can be read by others\. Remedy: chmod 600 /],
    ['that is none', () => file('short'), /does not hold 32 bytes.*\. Remedy: put back the right one/],
    ['that is a folder', () => dataDir, /cannot be read: EISDIR.*\. Remedy: /],
    ['whose folder is not there', () => join(dataDir, 'no', 'key'), /cannot be made: ENOENT.*\. Remedy: /],
  ])('in a file %s is refused in words that say what to do', (_name, make, words) => {
    const path = make();
    expect(() => load(path)).toThrow(words);
  });

  it('that is missing beside data is not made anew', () => {
    mkdirSync(join(dataDir, 'postgres'));
    expect(() => load()).toThrow(/is missing, but .* holds data encrypted under it\. Remedy: put the file back/);
    expect(existsSync(join(dataDir, 'master.key'))).toBe(false);
  });
});
