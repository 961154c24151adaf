#!/usr/bin/env node
// `npm start`: install what is missing, build the web app when it is stale, serve.
import { join } from 'node:path';
import { runInForeground, serverFlags } from './child.mjs';
import { ensureInstalled, root } from './install.mjs';

await ensureInstalled();
const { ensureWebBuilt } = await import('./web.mjs');
ensureWebBuilt();
runInForeground([...serverFlags(), join(root, 'src/server/main.ts'), ...process.argv.slice(2)], { cwd: root });
