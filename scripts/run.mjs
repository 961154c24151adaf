#!/usr/bin/env node
// `node scripts/run.mjs NAME …`: a tool of node_modules/.bin under the Node of this repository.
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { runInForeground } from './child.mjs';
import { ensureInstalled, fail, root } from './install.mjs';

const [name, ...args] = process.argv.slice(2);
await ensureInstalled();
const tool = name ? join(root, 'node_modules', '.bin', name) : null;
if (!tool || !existsSync(tool)) fail(`There is no tool "${name ?? ''}" in node_modules/.bin.`);
runInForeground([realpathSync(tool), ...args]);
