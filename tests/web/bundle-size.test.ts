import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** What a browser loads, gzip: the console at first, each later page, the portal. Needs a build, which `npm test` makes. */
type Chunk = { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[]; isDynamicEntry?: boolean };
const folder = join(import.meta.dirname, '../../dist/web');
const manifestFile = join(folder, '.vite/manifest.json');
const manifest: Record<string, Chunk> = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};

function filesOf(name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk || seen.has(chunk.file)) return seen;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const next of chunk.imports ?? []) filesOf(next, seen);
  return seen;
}

const kilobytes = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000;

describe.runIf(existsSync(manifestFile))('the built web app', () => {
  const first = filesOf('src/web/console/work/page.tsx', filesOf('index.html'));
  const pages = Object.keys(manifest).filter((name) => manifest[name]?.isDynamicEntry && name.includes('/console/'));

  it('loads the console, with my work, in at most 700 kB', () => {
    expect(first.size).toBeGreaterThan(2);
    expect(kilobytes(first)).toBeLessThanOrEqual(700);
  });

  it('has a page of its own for each folder', () => {
    expect(pages.length).toBeGreaterThanOrEqual(13);
  });

  /** A part that a page loads once it is needed comes on top of that page. */
  const before = (name: string) => {
    const page = pages.find((one) => one !== name && name.startsWith(`${one.slice(0, one.lastIndexOf('/'))}/`));
    return page === undefined ? first : filesOf(page, new Set(first));
  };

  it.each(pages)('loads %s in at most 150 kB more', (name) => {
    const known = before(name);
    expect(kilobytes([...filesOf(name)].filter((file) => !known.has(file)))).toBeLessThanOrEqual(150);
  });

  it('loads the portal in at most 700 kB', () => {
    expect(kilobytes(filesOf('portal.html'))).toBeLessThanOrEqual(700);
  });
});
