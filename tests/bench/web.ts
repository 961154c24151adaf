import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row } from './table.ts';

/** What a browser loads of the console, gzip, told by the manifest of the build. */
type Chunk = { file: string; css?: string[]; imports?: string[]; isDynamicEntry?: boolean };
type Manifest = Record<string, Chunk>;

const folder = join(import.meta.dirname, '../../dist/web');
const manifestFile = join(folder, '.vite/manifest.json');

export async function benchWeb(): Promise<Row[]> {
  if (!existsSync(manifestFile)) throw new Error('The web app is not built. Remedy: npm run build.');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  const first = filesOf(manifest, 'src/web/console/work/page.tsx', filesOf(manifest, 'index.html'));
  const later = Object.keys(manifest)
    .filter((name) => manifest[name]?.isDynamicEntry && name.includes('/console/'))
    .map((name) => ({ name, kB: kilobytes([...filesOf(manifest, name)].filter((file) => !first.has(file))) }))
    .sort((a, b) => b.kB - a.kB);
  const [largest] = later;
  const page = largest?.name.replace('src/web/console/', '').replace('/page.tsx', '');
  return [
    { what: 'web console, first load, gzip', measured: `${Math.round(kilobytes(first))} kB`, target: '≤ 700 kB' },
    { what: `largest later page (${page}), gzip`, measured: `${Math.round(largest?.kB ?? 0)} kB`, target: '≤ 150 kB' },
  ];
}

function filesOf(manifest: Manifest, name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk || seen.has(chunk.file)) return seen;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const next of chunk.imports ?? []) filesOf(manifest, next, seen);
  return seen;
}

const kilobytes = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000;
