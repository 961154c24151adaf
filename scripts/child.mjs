import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodePath, root, withCompileCache } from './install.mjs';

/**
 * Runs a program of this repository under its Node in the foreground: same terminal, signals passed on, same end. The
 * channel tells the program when this process is gone, however it ended, so that no server stays behind unseen.
 */
export function runInForeground(args, options = {}) {
  const env = withCompileCache(process.env);
  const child = spawn(nodePath(), args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env, ...options });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  stopWithNpm(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

/** npm killed outright takes nothing with it; then this process gets another parent, which is how it notices. */
function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 200);
  watch.unref();
}

/** How Node keeps a server's memory small: left alone it lets the garbage of requests pile up, to 400 MB under 32 clients where 250 will do. */
export function serverFlags() {
  return JSON.parse(readFileSync(join(root, 'scripts/server-flags.json'), 'utf8'));
}
