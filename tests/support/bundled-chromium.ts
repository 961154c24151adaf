import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type BrowserProgram = { path: string; env: Record<string, string> };

/**
 * The Chromium that npm brings, for machines without one. It is unpacked once per version and user; libraries a bare machine
 * lacks and one font come with it. (No Chinese font: such text shows as boxes, which tests by role and label do not mind.)
 */
export async function unpackChromium(): Promise<BrowserProgram> {
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `huiyin-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) await unpack(join(packageFolder, 'bin'), folder);
  if (lstatSync(folder).uid !== process.getuid?.())
    throw new Error(`${folder} belongs to somebody else. Remedy: remove it, or set CHROME_PATH.`);
  const path = join(folder, 'chromium');
  const env: Record<string, string> = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  if (isMissingLibraries(path)) env.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib');
  return { path, env };
}

/** Aside first, then renamed, so that several workers do not find half of it. */
async function unpack(packed: string, folder: string): Promise<void> {
  const aside = mkdtempSync(`${folder}.`);
  const { TMPDIR } = process.env;
  // The package unpacks into the temporary folder, wherever that is.
  process.env.TMPDIR = aside;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    for (const file of readdirSync(packed)) await inflate(join(packed, file));
    const fonts = ['/usr/share/fonts', '/usr/local/share/fonts', join(folder, 'fonts')].map(
      (dir) => `<dir>${dir}</dir>`,
    );
    const cache = `<cachedir>${join(folder, 'font-cache')}</cachedir>`;
    writeFileSync(
      join(aside, 'fonts.conf'),
      `<?xml version="1.0"?>\n<fontconfig>${fonts.join('')}${cache}</fontconfig>\n`,
    );
    renameSync(aside, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(aside, { recursive: true, force: true });
  }
}

function isMissingLibraries(program: string): boolean {
  const { stdout, status } = spawnSync('ldd', [program], { encoding: 'utf8' });
  return status !== 0 || stdout.includes('not found');
}
