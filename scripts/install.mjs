import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What every command needs first: the dependencies of the lock file and the Node they run on. Plain JavaScript for Node 20,
 * because nothing is installed yet. All it says goes to standard error.
 */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const oldestNode = 20;
const runtime = 24;

/** Installs what is missing or does not match the lock file; ends the process with a remedy when that fails. */
export function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < oldestNode)
    fail(`Node ${process.versions.node} is too old. Remedy: install Node ${oldestNode} or newer.`);
  if (!matchesLockFile()) {
    say('Installing dependencies (npm ci), which takes a minute the first time …');
    const { status } = npm(['ci', '--include=dev', '--no-fund', '--no-audit']);
    if (status !== 0)
      fail('npm ci failed. Remedy: read its last lines above; it needs the npm registry and a writable checkout.');
  }
  if (!existsSync(nodePath())) {
    say(`Bringing Node ${runtime} …`);
    npm(['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts']);
    if (!existsSync(nodePath()))
      fail('The npm package "node" brought no program. Remedy: delete node_modules and try again, or use Node 24.');
  }
}

/** The Node the application runs on: the one of the npm package `node`, unless this one is as new. */
export function nodePath() {
  const bundled = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(bundled)) return bundled;
  return Number(process.versions.node.split('.')[0]) >= runtime ? process.execPath : bundled;
}

export function say(text) {
  process.stderr.write(`${text}\n`);
}

export function fail(text) {
  say(text);
  process.exit(1);
}

/** Every package of the lock file is there in its version; those of other platforms may be absent. */
function matchesLockFile() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null) fail('package-lock.json is missing. Remedy: check out the whole repository.');
  if (present === null) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    const found = present[path];
    return found ? found.version === version : optional === true;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** npm's own program where this was started by npm, so that the same version goes on; else the one on the path. */
function npm(args) {
  const program = process.env.npm_execpath;
  const isNpm = program?.endsWith('npm-cli.js') && existsSync(program);
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const result = isNpm
    ? spawnSync(process.execPath, [program, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.error) fail(`npm cannot be run (${result.error.message}). Remedy: install npm, it comes with Node.`);
  return result;
}
