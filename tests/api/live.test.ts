import { afterAll, describe, expect, it, vi } from 'vitest';
import { castOf } from '../support/cast.ts';
import { startTestServer } from '../support/server.ts';

/** How many streams one person may have open in one process. */
const most = 20;

describe('live streams', () => {
  const opened: AbortController[] = [];
  afterAll(() => {
    for (const one of opened) one.abort();
  });

  it('are limited for each person, refused with a remedy beyond that, and free again once closed', async () => {
    const server = await startTestServer();
    const cast = await castOf(server);
    const open = async (cookie: string) => {
      const abort = new AbortController();
      opened.push(abort);
      const headers = { cookie };
      const response = await fetch(`${server.url}/api/v1/live`, { headers, signal: abort.signal });
      return { response, abort };
    };
    const streams = await Promise.all(Array.from({ length: most }, () => open(cast.agent.cookie)));
    expect(streams.map(({ response }) => response.status)).toEqual(Array(most).fill(200));

    const { response } = await open(cast.agent.cookie);
    expect(response.status).toBe(429);
    expect(await response.json()).toMatchObject({
      code: 'live.too-many',
      details: { most },
      remedy: expect.stringContaining('关闭'),
    });
    expect((await open(cast.supervisor.cookie)).response.status).toBe(200);

    streams[0]?.abort.abort();
    await vi.waitFor(async () => expect((await open(cast.agent.cookie)).response.status).toBe(200));
  });
});
