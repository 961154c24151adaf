import { spawn } from 'node:child_process';
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
export async function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < oldestNode)
    fail(`Node ${process.versions.node} is too old. Remedy: install Node ${oldestNode} or newer.`);
  if (!matchesLockFile()) {
    say('Installing dependencies, which takes a minute the first time …');
    const { status } = await npm([
      ...(await installCommand()),
      '--include=dev',
      '--no-fund',
      '--no-audit',
      '--loglevel=error',
    ]);
    if (status !== 0)
      fail('npm failed. Remedy: read its last lines above; it needs the npm registry and a writable checkout.');
  }
  if (!existsSync(nodePath())) {
    say(`Bringing Node ${runtime} …`);
    await npm(['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts']);
    if (!existsSync(nodePath()))
      fail('The npm package "node" brought no program. Remedy: delete node_modules and try again, or use Node 24.');
  }
}

/**
 * `npm ci` where it takes the lock file. Newer versions of npm refuse one without the programs of other platforms, which a
 * registry that does not carry those cannot give; then the same versions are installed without touching the lock file.
 */
async function installCommand() {
  const { status } = await npm(['ci', '--dry-run', '--include=dev', '--no-audit', '--loglevel=silent'], 'ignore');
  return status === 0 ? ['ci'] : ['install', '--no-save'];
}

/** The Node the application runs on: the one of the npm package `node`, unless this one is as new. */
export function nodePath() {
  const bundled = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(bundled)) return bundled;
  return Number(process.versions.node.split('.')[0]) >= runtime ? process.execPath : bundled;
}

/** Node keeps what it made of the sources (types stripped, compiled), which halves the time to start. */
export function withCompileCache(env) {
  return { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'), ...env };
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

/**
 * npm's own program where this was started by npm, so that the same version goes on; else the one on the path. On a terminal
 * it shows its own progress, elsewhere a line now and then says that it still works.
 */
function npm(args, output = 2) {
  const program = process.env.npm_execpath;
  const isNpm = program?.endsWith('npm-cli.js') && existsSync(program);
  const [command, first] = isNpm ? [process.execPath, [program]] : ['npm', []];
  const shell = !isNpm && process.platform === 'win32';
  const start = Date.now();
  const child = spawn(command, [...first, ...args], { cwd: root, stdio: ['ignore', output, output], shell });
  const heartbeat = setInterval(() => say(`… ${Math.round((Date.now() - start) / 1000)} s`), 10_000);
  if (output === 'ignore' || process.stderr.isTTY) clearInterval(heartbeat);
  return new Promise((resolve) => {
    child.on('error', (error) =>
      fail(`npm cannot be run (${error.message}). Remedy: install npm, it comes with Node.`),
    );
    child.on('close', (status) => {
      clearInterval(heartbeat);
      resolve({ status });
    });
  });
}
