#!/usr/bin/env node
// `npm run build`: build the web app anew.
import { ensureInstalled } from './install.mjs';

await ensureInstalled();
const { ensureWebBuilt } = await import('./web.mjs');
ensureWebBuilt({ force: true });
