import { describe, expect, it } from 'vitest';
import { keep } from '../../src/server/database/kept.ts';
import type { NotificationHandler } from '../../src/server/database/listener.ts';
import { silentLogger } from '../../src/server/platform/logger.ts';

/** Readings that end when the test says so, each giving what was there when it began. */
function slowSource() {
  const source = { now: 'first', ends: [] as (() => void)[], isSlow: false };
  const read = async () => {
    const seen = source.now;
    if (source.isSlow) await new Promise<void>((resolve) => source.ends.push(resolve));
    return seen;
  };
  return Object.assign(source, { read });
}

describe('what is kept in memory', () => {
  it('is not covered by an older reading that took longer', async () => {
    const source = slowSource();
    const kept = await keep(source.read);
    source.isSlow = true;
    const older = kept.reload();
    source.now = 'second';
    const newer = kept.reload();
    source.ends[1]?.();
    await newer;
    expect(kept.current()).toBe('second');
    source.ends[0]?.();
    await older;
    expect(kept.current()).toBe('second');
  });

  it('is listened to before it is first read, so that nothing between the two goes unheard', async () => {
    const source = slowSource();
    const handlers: NotificationHandler[] = [];
    const listener = {
      on: async (_channel: string, handle: NotificationHandler) => {
        handlers.push(handle);
      },
      stop: async () => {},
    };
    source.isSlow = true;
    const opening = keep(source.read, { listener, pool: { ending: false }, logger: silentLogger, channel: 'changed' });
    await expect.poll(() => source.ends.length).toBe(1);
    source.now = 'second';
    for (const handle of handlers) handle(null);
    for (const end of source.ends.splice(0)) end();
    const kept = await opening;
    expect(kept.current()).toBe('second');
  });

  it('is tried again by one only, however often a change was announced meanwhile', async () => {
    const handlers: NotificationHandler[] = [];
    const listener = {
      on: async (_channel: string, handle: NotificationHandler) => void handlers.push(handle),
      stop: async () => {},
    };
    let warnings = 0;
    const logger = Object.assign(Object.create(silentLogger), { warn: () => warnings++ });
    let fails = false;
    let readings = 0;
    const read = async () => {
      readings++;
      if (fails) throw new Error('away');
      return readings;
    };
    const kept = await keep(read, { listener, pool: { ending: false }, logger, channel: 'changed' });
    fails = true;
    for (const payload of ['1', '2', '3']) for (const handle of handlers) handle(payload);
    await expect.poll(() => readings).toBe(4);
    fails = false;
    await expect.poll(() => kept.current(), { timeout: 10_000 }).toBe(5);
    expect([readings, warnings]).toEqual([5, 1]);
  });

  it('stays as it was where a reading fails, and says so to who asked', async () => {
    let fails = false;
    const kept = await keep(async () => {
      if (fails) throw new Error('away');
      return 'first';
    });
    fails = true;
    await expect(kept.reload()).rejects.toThrow('away');
    expect(kept.current()).toBe('first');
  });
});
