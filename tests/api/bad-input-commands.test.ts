import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runImport } from '../../src/cli/import.ts';
import { backupCommand } from '../support/backups.ts';
import { castOf } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-bad-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = '编号,客户姓名,联系方式,来源渠道,接收时间,需求类型,紧急程度,需求描述';
const script = '<script>alert(1)</script>';
/** A sound row, less what a test spoils. */
const rowOf = (number: number, changed: Record<number, string> = {}) =>
  [`B-${number}`, '王小明', `139000011${10 + number}`, '电话', '2026-03-01 09:00', '咨询', '一般', '还没发货']
    .map((cell, at) => changed[at] ?? cell)
    .join(',');

/** The same mistakes at the command line: each row says what is wrong with it, and the sound ones are in. */
describe('bad input of commands', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
    await castOf(server, 'response-toolkit');
  });

  const tickets = async () => (await server.context.pool.query('select count(*) as n from ticket')).rows[0].n as number;
  const importOf = async (name: string, content: string | Buffer, ...flags: string[]) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    const { host, user, database } = server.context.pool.options;
    const argv = [file, '--playbook', 'response-toolkit', ...flags];
    return { file, ...(await backupCommand(runImport, argv, { host, user, database })) };
  };

  it('in rows of a list is put aside with column, field and reason', async () => {
    const rows: [changed: Record<number, string>, field: string, why: RegExp][] = [
      [{ 4: '2026-02-30 09:00' }, 'received-at', /2026-02-30/],
      [{ 4: '2099-01-01 09:00' }, 'received-at', /future/],
      [{ 7: '' }, 'description', /missing/],
      [{ 7: '长'.repeat(9_000) }, 'description', /8000/],
    ];
    const sound = [rowOf(90, { 1: script, 7: `${script}=1+1` }), rowOf(91, { 7: '=HYPERLINK(1)' })];
    const odd = [rowOf(80, { 3: '信鸽' }), rowOf(81, { 5: '不存在的类型' }), rowOf(82, { 6: '马上' })];
    const list = [header, ...rows.map(([changed], at) => rowOf(at, changed)), ...odd, ...sound].join('\r\n');
    const { file, code, stdout, stderr } = await importOf('rows.csv', `${list}\r\n`);
    expect({ code, stdout }, stderr).toEqual({ code: 1, stdout: `5 made, 0 there already, ${rows.length} failed.\n` });
    // A name that the playbook lacks is no reason to leave the demand out: it is said, and kept in the note.
    for (const column of ['来源渠道', '需求类型', '紧急程度'])
      expect(stderr).toContain(`1 × ${column}: is no option of this field`);
    const errors = readFileSync(`${file}.errors.csv`, 'utf8').split('\r\n').slice(1);
    for (const [at, [, field, why]] of rows.entries()) {
      expect(errors[at], field).toContain(`,${field},`);
      expect(errors[at], field).toMatch(why);
    }
    expect(await tickets()).toBe(5);
  });

  it('in bytes that are no text names the rows; the others are in', async () => {
    const before = await tickets();
    const broken = Buffer.concat([
      Buffer.from(`${header}\r\n${rowOf(20)}\r\n${rowOf(21).slice(0, -2)}`),
      Buffer.of(0xc3, 0x28, 0xff),
      Buffer.from(`\r\n${rowOf(22)}\r\n`),
    ]);
    const { file, code, stdout } = await importOf('broken.csv', broken, '--encoding', 'utf-8');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '2 made, 0 there already, 1 failed.\n' });
    expect(readFileSync(`${file}.errors.csv`, 'utf8')).toMatch(/\r\n3,/);
    expect(await tickets()).toBe(before + 2);
  });

  it('in flags is refused before anything is read, with what would be right', async () => {
    const before = await tickets();
    const list = `${header}\r\n${rowOf(30)}\r\n`;
    const flags: [string[], RegExp][] = [
      [['--playbook', 'no-such'], /no-such[\s\S]*response-toolkit/],
      [['--map', 'colour=紧急程度'], /colour/],
      [['--map', 'priority=没有这一列'], /没有这一列/],
      [['--set', 'priority=soonish'], /soonish/],
      [['--channel', 'pigeon'], /pigeon/],
      [['--time-zone', 'Mars/Base'], /Mars\/Base/],
      [['--parallel', 'many'], /parallel/],
      [['--colour', 'red'], /--colour/],
    ];
    for (const [given, why] of flags) {
      const { code, stdout, stderr } = await importOf('flags.csv', list, ...given);
      expect({ code, stdout }, `${given.join(' ')} ${stderr}`).toEqual({ code: 2, stdout: '' });
      expect(stderr, given.join(' ')).toMatch(why);
    }
    expect(await tickets()).toBe(before);
  });
});
