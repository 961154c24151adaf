#!/usr/bin/env node
// `npm test`: every check there is, one after the other, and their sum in the last line. Each check counts as one test.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, nodePath, root, say, withCompileCache } from './install.mjs';

await ensureInstalled();
const { ensureWebBuilt } = await import('./web.mjs');

const artifacts = join(root, 'tests/.artifacts');
const report = join(artifacts, 'vitest.json');
const total = { passed: 0, failed: 0 };

check('format and lint', () => tool('biome', ['ci', '--error-on-warnings', '.']));
check('types', () => tool('tsc', ['-p', '.']));
check('dead code', () => tool('knip', ['--no-progress']));
check('web build', () => ensureWebBuilt({ mayFail: true }));
runTests();
say(total.failed === 0 ? 'Everything is in order.' : 'Not everything is in order, see above.');
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function check(name, run) {
  const start = Date.now();
  const isPassed = run();
  total[isPassed ? 'passed' : 'failed'] += 1;
  process.stdout.write(`${isPassed ? '✓' : '✗'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)\n`);
}

function runTests() {
  mkdirSync(artifacts, { recursive: true });
  rmSync(report, { force: true });
  const args = [
    'run',
    ...process.argv.slice(2),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const isPassed = tool('vitest', args);
  const result = readReport();
  total.passed += result.passed;
  total.failed += result.failed;
  // Errors outside of a test, or a run that broke off, show in the exit code only.
  if (!isPassed && result.failed === 0) total.failed += 1;
  if (result.passed === 0 && result.failed === 0) total.failed += 1;
}

/** Tests by outcome; a file that could not even be loaded counts as one failure. */
function readReport() {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

function tool(name, args) {
  const program = realpathSync(join(root, 'node_modules', '.bin', name));
  const { status } = spawnSync(nodePath(), [program, ...args], {
    cwd: root,
    stdio: ['ignore', 1, 2],
    env: environment(),
  });
  return status === 0;
}

/** The settings of the person's own installation must not reach the tests. */
function environment() {
  const isOurs = (name) => name.startsWith('HUIYIN_') || ['DATABASE_URL', 'PORT', 'HOST', 'NODE_ENV'].includes(name);
  return withCompileCache(Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOurs(name))));
}
