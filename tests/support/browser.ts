import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { type BrowserProgram, unpackChromium } from './bundled-chromium.ts';
import { atFileEnd } from './file-end.ts';

const systemPrograms = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A real Chromium: CHROME_PATH, else the system's, else the one from npm (CHROME_PATH=bundled asks for that). Pages are
 * our own, so the sandbox, which root and many containers cannot have, is off. Closed after the file's last test.
 */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath: path,
    headless: true,
    args: flags,
    env: { ...process.env, ...env } as Record<string, string>,
  });
  atFileEnd(() => browser.close());
  return browser;
}

async function findChromium(): Promise<BrowserProgram> {
  const given = process.env.CHROME_PATH;
  if (given && given !== 'bundled') return { path: given, env: {} };
  const system = given ? undefined : systemPrograms.find((path) => existsSync(path));
  return system ? { path: system, env: {} } : unpackChromium();
}
