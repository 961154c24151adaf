import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ConfigError, loadConfig, renderConfigTable, variables } from '../../src/server/config.ts';
import { root } from '../support/imports.ts';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
};

describe('the configuration', () => {
  it('without any variable is one to start with', () => {
    const { config, warnings } = loadConfig({});
    expect(config).toMatchObject({
      port: 7300,
      host: '127.0.0.1',
      databaseUrl: null,
      timeZone: 'Asia/Shanghai',
      clocks: true,
      logFormat: 'json',
    });
    expect(config.dataDir).toBe(join(root, 'data'));
    expect(warnings).toEqual([]);
    expect(loadConfig({}, true).config.logFormat).toBe('pretty');
  });

  it('reads what is set and takes an empty variable for none', () => {
    const { config } = loadConfig({
      PORT: '0',
      HUIYIN_CLOCKS: 'off',
      HUIYIN_PUBLIC_URL: 'https://a.example/',
      DATABASE_URL: ' ',
    });
    expect(config).toMatchObject({ port: 0, clocks: false, publicUrl: 'https://a.example', databaseUrl: null });
  });

  it('reads the master key in hex and base64', () => {
    const key = Buffer.alloc(32, 171);
    expect(loadConfig({ HUIYIN_MASTER_KEY: key.toString('hex') }).config.masterKey).toEqual(key);
    expect(loadConfig({ HUIYIN_MASTER_KEY: key.toString('base64') }).config.masterKey).toEqual(key);
    expect(loadConfig({ HUIYIN_MASTER_KEY: key.toString('base64url') }).config.masterKey).toEqual(key);
  });

  it('reads hosts of the own network as addresses are compared: however they are spelt', () => {
    const hosts = (given: string) => loadConfig({ HUIYIN_PRIVATE_HOSTS: given }).config.privateHosts;
    expect(hosts(' Chat.Internal ,10.0.0.5, FD00:0:0::0001')).toEqual(['chat.internal', '10.0.0.5', 'fd00::1']);
    expect(hosts('0x0a.5')).toEqual(['10.0.0.5']);
    for (const wrong of [
      'https://chat.internal',
      'chat.internal:8080',
      '*.internal',
      'fe80::1%eth0',
      '1.2.3.400',
      'a b',
    ])
      expect(() => hosts(wrong), wrong).toThrow('HUIYIN_PRIVATE_HOSTS');
  });

  it.each([
    [{ PORT: '70000' }, /^PORT: "70000" is not a whole number from 0 to 65535\..* to get 7300\.$/],
    [{ HUIYIN_CLOCKS: 'maybe' }, /^HUIYIN_CLOCKS: "maybe" is not on or off\./],
    [{ HUIYIN_LOG_LEVEL: 'loud' }, /is not one of trace, debug, info/],
    [{ HUIYIN_TIME_ZONE: 'Beijing' }, /is not a time zone of the IANA database such as Asia\/Shanghai/],
    [{ HUIYIN_PUBLIC_URL: 'huiyin.example' }, /is not an address that begins with http:\/\/ or https:\/\//],
    [
      { DATABASE_URL: 'mysql://root:secret@db/x' },
      /^DATABASE_URL: its value is not an address that begins with postgres:\/\//,
    ],
    [{ HUIYIN_MASTER_KEY: 'c2hvcnQ=' }, /^HUIYIN_MASTER_KEY: its value is not 32 bytes in base64 or hex/],
  ])('refuses %o and says what to set', (env, expected) => {
    expect(problemsOf(env as Record<string, string>)).toEqual([expect.stringMatching(expected)]);
  });

  it('names every wrong variable at once and never a secret', () => {
    const problems = problemsOf({ PORT: 'x', HUIYIN_POOL_SIZE: '0', HUIYIN_MASTER_KEY: 'hunter2' });
    expect(problems).toHaveLength(3);
    expect(problems.join()).not.toContain('hunter2');
  });

  it.each([
    ['HUIYIN_POOLSIZE', 'did you mean HUIYIN_POOL_SIZE?'],
    ['HUIYIN_DATADIR', 'did you mean HUIYIN_DATA_DIR?'],
    ['HUIYIN_PORT', 'did you mean PORT?'],
    ['HUIYIN_HOST', 'did you mean HOST?'],
    ['HUIYIN_DATABASE_URL', 'did you mean DATABASE_URL?'],
    ['huiyin_clocks', 'did you mean HUIYIN_CLOCKS?'],
    ['HUIYIN_COLOUR_SCHEME', 'README.md lists those there are'],
  ])('warns of %s, which it does not know', (name, remedy) => {
    expect(loadConfig({ [name]: 'secret' }).warnings).toEqual([
      expect.stringMatching(
        new RegExp(`^${name} is not a known variable and has no effect; ${remedy.replace('?', '.')}`),
      ),
    ]);
  });

  it('warns of nothing that it knows, nor of what belongs to others', () => {
    const all = Object.fromEntries(Object.values(variables).map(({ name, fallback }) => [name, fallback ?? '']));
    expect(loadConfig({ ...all, DATADIR: 'x', PATH: '/bin' }).warnings).toEqual([]);
  });

  it.each(['README.md', 'README.zh-CN.md'])('is explained whole in %s', (name) => {
    const file = join(root, name);
    if (!existsSync(file)) return;
    const text = readFileSync(file, 'utf8');
    const missing = Object.values(variables).filter((variable) => !text.includes(`\`${variable.name}\``));
    expect(missing.map((variable) => variable.name)).toEqual([]);
  });

  it('is explained in Chinese in the Chinese README, with the same defaults', () => {
    const file = join(root, 'README.zh-CN.md');
    if (!existsSync(file)) return;
    const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim());
    const rows = new Map(
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('| `'))
        .map((line) => [cellsOf(line)[1], cellsOf(line).slice(2)] as const),
    );
    for (const { name, fallback } of Object.values(variables)) {
      const [given, meaning] = rows.get(`\`${name}\``) ?? [];
      expect(given, name).toBe(fallback ? `\`${fallback}\`` : '');
      expect(meaning, name).toMatch(/\p{Script=Han}{4}/u);
    }
  });

  it('renders the table of the English README', () => {
    const file = join(root, 'README.md');
    expect(renderConfigTable()).toContain('| `PORT` | `7300` |');
    const plain = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
    if (existsSync(file)) expect(plain(readFileSync(file, 'utf8'))).toContain(plain(renderConfigTable()));
  });
});
