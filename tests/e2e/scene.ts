import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { type Cast, castOf } from '../support/cast.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { startTestServer, type TestServer, type TestServerOptions } from '../support/server.ts';

export type Scene = { server: TestServer; cast: Cast; browser: Browser };

/** What nearly every journey begins with: a server whose clock stands at this moment, the cast under one playbook, and a browser. */
export async function openScene({
  playbook,
  ...options
}: TestServerOptions & { playbook?: string } = {}): Promise<Scene> {
  const server = await startTestServer({ clock: new FakeClock(Date.now()), ...options });
  return { server, cast: await castOf(server, playbook), browser: await openBrowser() };
}
