import { defineConfig } from 'vitest/config';

/**
 * unit: rules and small parts, no processes. api: over HTTP on a real PostgreSQL. faults: real server processes that are
 * killed and cut off. e2e: a real browser. Choose with `--project api`. Files share a process (`isolate: false`), which saves reading the
 * same modules hundreds of times: what a file starts it ends, through `atFileEnd`.
 */
export default defineConfig({
  test: {
    passWithNoTests: false,
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: 'tests/support/every-file.ts',
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/{api,faults,e2e,bench}/**', 'node_modules/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'api',
          setupFiles: 'tests/support/every-file.ts',
          isolate: false,
          include: ['tests/api/**/*.test.ts'],
          globalSetup: 'tests/support/global-database.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          setupFiles: 'tests/support/every-file.ts',
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'e2e',
          setupFiles: 'tests/support/every-file.ts',
          isolate: false,
          include: ['tests/e2e/**/*.test.ts'],
          // A browser beside other work can miss its moment once; what fails again is broken.
          retry: 2,
          globalSetup: 'tests/support/global-database.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
