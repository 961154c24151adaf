import { describe, expect, it } from 'vitest';
import { createLogger, type LogFormat, type LogLevel } from '../../src/server/platform/logger.ts';

const record = (level: LogLevel, format: LogFormat) => {
  const lines: string[] = [];
  return { lines, logger: createLogger({ level, format, write: (line) => lines.push(line) }) };
};

describe('a log line', () => {
  it('is one JSON object for machines', () => {
    const { lines, logger } = record('info', 'json');
    logger.child({ part: 'mail' }).info({ count: 2 }, 'fetched\nall');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'info',
      message: 'fetched\nall',
      part: 'mail',
      count: 2,
    });
    expect(lines[0]?.trimEnd()).not.toContain('\n');
  });

  it('is readable for people', () => {
    const { lines, logger } = record('info', 'pretty');
    logger.warn({ pid: 7 }, 'stopping');
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d\.\d{3} warn {2}stopping pid=7\n$/);
  });

  it('below the level asked for is not written', () => {
    const { lines, logger } = record('warn', 'json');
    logger.info('quiet');
    logger.debug({ a: 1 }, 'quiet');
    expect(lines).toEqual([]);
  });

  it('says where a bug happened, and only then', () => {
    const { lines, logger } = record('info', 'json');
    logger.error({ error: new Error('broken') }, 'failed');
    logger.warn({ error: new Error('later') }, 'put off');
    logger.error({ error: new Error('Disk full. Remedy: make room.') }, 'failed');
    const [bug, expected, explained] = lines.map((line) => JSON.parse(line));
    expect(bug).toMatchObject({ error: 'broken', stack: expect.stringContaining('logger.test.ts') });
    expect(expected).toMatchObject({ error: 'later' });
    expect(expected).not.toHaveProperty('stack');
    expect(explained).not.toHaveProperty('stack');
  });
});
