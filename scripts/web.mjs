import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fail, nodePath, root, say } from './install.mjs';

/** The web app is built when the sources it is made of are not the ones it was built from, told by their content. */
const sources = [
  'src/web',
  'src/contract',
  'src/domain',
  'playbooks',
  'public',
  'index.html',
  'portal.html',
  'vite.config.ts',
  'package-lock.json',
];
const stampFile = join(root, 'dist', 'web.stamp');
const target = join(root, 'dist', 'web');

/** Ends the process when the build fails, unless `mayFail`; then returns false. */
export function ensureWebBuilt({ force = false, mayFail = false } = {}) {
  if (!existsSync(join(root, 'vite.config.ts'))) return true;
  const stamp = hashSources();
  const isFresh = existsSync(join(target, 'index.html')) && readStamp() === stamp;
  if (isFresh && !force) return true;
  say('Building the web app …');
  const aside = `${target}.new`;
  rmSync(aside, { recursive: true, force: true });
  const args = [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    '--outDir',
    aside,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  const { status } = spawnSync(nodePath(), args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) {
    if (!mayFail) fail('The web app could not be built. Remedy: read the lines above.');
    return false;
  }
  compress(aside);
  mkdirSync(join(root, 'dist'), { recursive: true });
  rmSync(target, { recursive: true, force: true });
  renameSync(aside, target);
  writeFileSync(stampFile, stamp);
  return true;
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null;
}

function hashSources() {
  const hash = createHash('sha256');
  for (const source of sources.map((name) => join(root, name)).filter(existsSync)) {
    for (const file of listFiles(source))
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex');
}

function listFiles(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}

/** Compressed once here instead of at every request; the server picks what the browser takes. */
function compress(folder) {
  for (const file of listFiles(folder).filter((name) => /\.(js|css|html|svg|json|webmanifest)$/.test(name))) {
    const content = readFileSync(file);
    if (content.length < 1024) continue;
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
  }
}
