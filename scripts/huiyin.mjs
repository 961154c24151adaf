#!/usr/bin/env node
// `npm run -s huiyin -- <command>`: the command line. Standard output belongs to the command alone.
import { join } from 'node:path';
import { runInForeground, serverFlags } from './child.mjs';
import { ensureInstalled, root } from './install.mjs';

const args = process.argv.slice(2);
await ensureInstalled();
if (args[0] === 'start') {
  const { ensureWebBuilt } = await import('./web.mjs');
  ensureWebBuilt();
}
// npm moves to the checkout; a relative file name means the folder the user is in.
const cwd = (process.env.npm_lifecycle_event === 'huiyin' && process.env.INIT_CWD) || process.cwd();
const flags = args[0] === 'start' ? serverFlags() : [];
runInForeground([...flags, join(root, 'src/cli/main.ts'), ...args], { cwd });
