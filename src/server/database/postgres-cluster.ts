import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type FileOwner, writeFileAtomically } from '../platform/files.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { explainFailure } from './postgres-failure.ts';
import { halfMadePrefix, removeHalfMade } from './postgres-leftovers.ts';
import { currentUserName } from './postgres-user.ts';

export const majorVersion = '18';
export const databaseUser = 'huiyin';

/** Environment of the PostgreSQL programs: messages in English (they are read by this code), no foreign settings. */
export const postgresEnvironment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * How PostgreSQL names its data folder. Started as root it runs as a user who may not be able to walk to that folder; but it is started
 * inside, before root is given up, and this name of "where I am" needs no walking. Nobody's permissions are loosened.
 */
export function dataArgument(cluster: string, runAs: FileOwner | null): string {
  return runAs && process.platform === 'linux' ? '/proc/self/cwd' : cluster;
}

/** Makes the cluster when there is none: aside first, then renamed, so that a half-made one is never taken for whole. */
export async function ensureCluster(
  cluster: string,
  binaries: PostgresBinaries,
  runAs: FileOwner | null,
  isSynced: boolean,
): Promise<void> {
  const versionFile = join(cluster, 'PG_VERSION');
  if (!existsSync(cluster)) await createCluster(cluster, binaries, runAs, isSynced);
  else if (!existsSync(versionFile))
    throw new Error(
      `${cluster} is not a PostgreSQL data folder. Remedy: move it away, or choose another HUIYIN_DATA_DIR.`,
    );
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== majorVersion) {
    throw new Error(
      `${cluster} was made by PostgreSQL ${version}, this is ${majorVersion}. Remedy: restore a backup made by the older Huiyin into a new folder.`,
    );
  }
  if (runAs && lstatSync(cluster).uid !== runAs.uid) giveTo(cluster, runAs);
  writeAccessRules(cluster, runAs);
}

async function createCluster(
  cluster: string,
  { initdb }: PostgresBinaries,
  runAs: FileOwner | null,
  isSynced: boolean,
): Promise<void> {
  await removeHalfMade(dirname(cluster));
  const aside = mkdtempSync(join(dirname(cluster), halfMadePrefix));
  if (runAs) chownSync(aside, runAs.uid, runAs.gid);
  const options = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--auth=peer',
    '--no-instructions',
  ];
  await run(
    initdb,
    ['-D', dataArgument(aside, runAs), `--username=${databaseUser}`, ...options, ...(isSynced ? [] : ['--no-sync'])],
    aside,
    runAs,
  );
  renameSync(aside, cluster);
}

/**
 * Only through the socket in the data folder, and only the user who runs Huiyin, which the kernel vouches for (peer): no password to
 * keep, no port to find. Written at every start, because that user may be another one after a move.
 */
function writeAccessRules(cluster: string, runAs: FileOwner | null): void {
  const owner = runAs ?? undefined;
  writeFileAtomically(join(cluster, 'pg_hba.conf'), 'local all all peer map=huiyin\n', 0o600, owner);
  writeFileAtomically(join(cluster, 'pg_ident.conf'), `huiyin "${currentUserName()}" ${databaseUser}\n`, 0o600, owner);
}

/** Data that was copied or restored by root belongs to root, which PostgreSQL would not accept. */
function giveTo(folder: string, { uid, gid }: FileOwner): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    lchownSync(join(entry.parentPath, entry.name), uid, gid);
  lchownSync(folder, uid, gid);
}

function run(program: string, args: string[], cwd: string, runAs: FileOwner | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...runAs,
      cwd,
      env: postgresEnvironment,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      output = (output + chunk).slice(-4000);
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(explainFailure('The embedded database could not be created', output, cwd)),
    );
  });
}
