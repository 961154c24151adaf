import { describe, expect, it } from 'vitest';
import { readImportFlags, sourceNameOf, UsageError } from '../../src/cli/import-flags.ts';

const refusal = (...args: string[]) => {
  try {
    readImportFlags(args);
    return 'fine';
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
};
const list = ['x.csv', '--playbook', 'p'];

describe('the flags of huiyin import', () => {
  it.each([
    [['x.csv'], /--playbook is missing/],
    [['--playbook', 'p'], /FILE is missing/],
    [[...list, 'y.csv'], /One file at a time: "y.csv"/],
    [[...list, '--as', 'old'], /--as: "old" is not one of open, history/],
    [[...list, '--map', 'a'], /--map "a" lacks its "="/],
    [[...list, '--set', '=b'], /--set "=b" lacks/],
    [[...list, '--time-zone', 'Mars/North'], /--time-zone: "Mars\/North" is not a time zone of the IANA database/],
    [[...list, '--encoding', 'latin1'], /is not one of utf-8, gb18030/],
    [[...list, '--delimiter', '|'], /is not one of comma, semicolon, tab/],
    [[...list, '--parallel', '0'], /whole number from 1/],
    [[...list, '--frobnicate'], /--frobnicate.*Usage/s],
  ])('%j are refused', (args, message) => {
    expect(refusal(...args)).toMatch(message);
  });

  it('say how a list is read', () => {
    const flags = readImportFlags([
      ...list,
      '--map',
      'a=b=c',
      '--channel',
      'app',
      '--delimiter',
      'tab',
      '--as',
      'open',
    ]);
    expect(flags).toMatchObject({
      file: 'x.csv',
      map: [{ name: 'a', value: 'b=c' }],
      set: [{ name: 'channel', value: 'app' }],
      delimiter: '\t',
      as: 'open',
      historyDays: 30,
      errors: 'x.csv.errors.csv',
      parallel: 8,
    });
    expect(readImportFlags(['--help'])).toBe('help');
  });

  it('name the source after the list, also when it is what was corrected of it', () => {
    expect(sourceNameOf({ file: '/a/b/list.csv', source: null })).toBe('list.csv');
    expect(sourceNameOf({ file: 'b/list.csv.errors.csv.errors.csv', source: null })).toBe('list.csv');
    expect(sourceNameOf({ file: 'list.csv', source: 'crm' })).toBe('crm');
  });
});
