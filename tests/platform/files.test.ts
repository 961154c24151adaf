import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { refuseForeignFolder } from '../../src/server/platform/files.ts';

const home = mkdtempSync(join(tmpdir(), 'huiyin-files-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const isRoot = process.getuid?.() === 0;

describe('a folder', () => {
  it('of one’s own may be used, and one that is not there yet may be made', () => {
    expect(() => refuseForeignFolder(home)).not.toThrow();
    expect(() => refuseForeignFolder(join(home, 'new'))).not.toThrow();
  });

  it('that cannot be entered is refused with what to do', () => {
    writeFileSync(join(home, 'file'), '');
    expect(() => refuseForeignFolder(join(home, 'file', 'data'))).toThrow(
      /cannot be used: ENOTDIR.*\. Remedy: start as the user/,
    );
  });

  it.skipIf(isRoot)('of somebody else is refused, whom permissions keep out', () => {
    const folder = mkdtempSync(join(home, 'other-'));
    chmodSync(folder, 0o500);
    expect(() => refuseForeignFolder(folder)).toThrow(/cannot be used: EACCES.*\. Remedy: start as the user/);
  });
});
