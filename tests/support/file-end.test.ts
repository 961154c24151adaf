import { describe, expect, it } from 'vitest';
import config from '../../vitest.config.ts';
import { atFileEnd, cleanUpFile } from './file-end.ts';

describe('what a test file started', () => {
  it('is ended newest first, each thing even where another fails, and once', async () => {
    const ended: string[] = [];
    atFileEnd(() => ended.push('database'));
    atFileEnd(() => Promise.reject(new Error('stuck')));
    atFileEnd(() => ended.push('server'));
    await expect(cleanUpFile()).rejects.toThrow('a test file left something behind');
    await cleanUpFile();
    expect(ended).toEqual(['server', 'database']);
  });

  it('is ended in every project', () => {
    const projects = (config.test?.projects ?? []).map((one) =>
      typeof one === 'object' && 'test' in one ? one.test : {},
    );
    expect(projects.map((one) => [one?.name, one?.setupFiles])).toEqual(
      ['unit', 'api', 'faults', 'e2e'].map((name) => [name, 'tests/support/every-file.ts']),
    );
  });
});
