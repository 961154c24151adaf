#!/usr/bin/env node
// `npm run bench`: the figures of docs/benchmarks.md, measured here.
import { join } from 'node:path';
import { runInForeground } from './child.mjs';
import { ensureInstalled, root } from './install.mjs';

await ensureInstalled();
runInForeground(['--expose-gc', join(root, 'tests/bench/main.ts'), ...process.argv.slice(2)], { cwd: root });
