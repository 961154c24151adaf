import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** One import statement. `to` is a path from the root of the repository, or the name of a package. */
export type Import = { from: string; to: string; isPackage: boolean; isTypeOnly: boolean; isLazy: boolean };

const statement = /^[ \t]*(import|export)\b(\s+type\b)?[^'"`;()]*?\bfrom\s*['"]([^'"]+)['"]/gm;
const sideEffect = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Source files below a folder, as paths from the root. */
export function listSources(folder: string): string[] {
  const absolute = join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|css)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

export function readSource(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The file's own words: comments taken out, so that rules about code do not trip over prose. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
}

export function readImports(path: string): Import[] {
  if (path.endsWith('.css')) return [];
  const text = withoutComments(readSource(path));
  const found: { name: string; isTypeOnly: boolean; isLazy: boolean }[] = [];
  for (const [, , type, name = ''] of text.matchAll(statement))
    found.push({ name, isTypeOnly: type !== undefined, isLazy: false });
  for (const [, name = ''] of text.matchAll(sideEffect)) found.push({ name, isTypeOnly: false, isLazy: false });
  for (const [, name = ''] of text.matchAll(dynamic)) found.push({ name, isTypeOnly: false, isLazy: true });
  return found.map(({ name, ...how }) => {
    const isPackage = !name.startsWith('.');
    const to = isPackage ? packageName(name) : relative(root, join(root, dirname(path), name));
    return { from: path, to, isPackage, ...how };
  });
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Each ring of files that need one another to load, as the path round it. Types and what is loaded later may point back. */
export function findCycles(imports: readonly Import[]): string[] {
  const edges = Map.groupBy(
    imports.filter(({ isPackage, isTypeOnly, isLazy }) => !isPackage && !isTypeOnly && !isLazy),
    ({ from }) => from,
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: string[]) => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const { to } of edges.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  return cycles;
}
