import { readFileSync, statSync } from 'node:fs';
import { constants, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { ErrorsFile, withoutErrorColumns } from '../../src/server/channels/import/errors-file.ts';
import { openTable } from '../../src/server/channels/import/open-table.ts';
import { fileOf, readAll } from './import-lists.ts';

const asItIs = { encoding: null, delimiter: null, sheet: null };
const open = async (path: string, options = {}) => {
  const table = await openTable(path, { ...asItIs, ...options });
  return { header: table.header, about: table.about, rows: await readAll(table) };
};
const csv = '编号,内容\r\n1,"有逗号, 有""引号"",\n有换行"\r\n2,第二行\r\n';
const content = [
  { row: 2, cells: ['1', '有逗号, 有"引号",\n有换行'], problem: null },
  { row: 3, cells: ['2', '第二行'], problem: null },
];

/** So many million zeros, deflated. */
function deflatedZeros(millions: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(1_000_000), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: millions }, () => block), deflateRawSync('')]);
}

/** A ZIP archive of one deflated part that claims to be `claimed` bytes long. */
function archiveOf(name: string, deflated: Buffer, claimed: number): Buffer {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(8, 4);
  about.writeUInt32LE(deflated.length, 14);
  about.writeUInt32LE(claimed, 18);
  about.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), deflated]);
  const directory = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), about, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, directory, Buffer.from('PK\x05\x06'), end]);
}

describe('a CSV file', () => {
  it('is read as RFC 4180 says, with and without a byte order mark, whatever ends its lines', async () => {
    for (const text of [csv, `\ufeff${csv}`, csv.replaceAll('\r\n', '\n'), csv.slice(0, -2)]) {
      const { header, rows, about } = await open(fileOf('a.csv', text));
      expect({ header, rows, about }).toEqual({
        header: ['编号', '内容'],
        rows: content,
        about: 'CSV, UTF-8, delimiter comma',
      });
    }
  });

  it('is read in the encoding it is in, or that it is said to be in', async () => {
    const gb = Buffer.from([
      0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc4, 0xda, 0xc8, 0xdd, 0x0a, 0x31, 0x2c, 0xcd, 0xb6, 0xcb, 0xdf, 0x0a,
    ]);
    const read = { header: ['编号', '内容'], rows: [{ row: 2, cells: ['1', '投诉'], problem: null }] };
    expect(await open(fileOf('gb.csv', gb))).toMatchObject({ ...read, about: 'CSV, GB18030, delimiter comma' });
    expect(await open(fileOf('gb.csv', gb), { encoding: 'gb18030' })).toMatchObject(read);
    const utf16 = Buffer.from('\ufeff编号\t内容\n1\t投诉\n', 'utf16le');
    expect(await open(fileOf('u16.txt', utf16))).toMatchObject({ ...read, about: 'CSV, UTF-16LE, delimiter tab' });
  });

  it('that is broken in places says in which rows', async () => {
    const bytes = Buffer.from(`编号,内容\n1,好好好\n2,${'很长的一段文字'.repeat(20)}\n3,本来就有\ufffd\n`);
    bytes[bytes.indexOf('好')] = 0xff;
    const { rows } = await open(fileOf('broken.csv', bytes));
    expect(rows.map(({ problem }) => problem?.slice(0, 30) ?? null)).toEqual([
      'bytes that are not of the enco',
      null,
      'bytes that are not of the enco',
    ]);
    const sound = await open(fileOf('sound.csv', '编号,内容\n3,本来就有\ufffd\n'));
    expect(sound.rows[0]?.problem).toBeNull();
  });

  it('parts its cells by what parts its header', async () => {
    expect((await open(fileOf('s.csv', '编号;内容\n1;a, b, c, d\n'))).rows[0]?.cells).toEqual(['1', 'a, b, c, d']);
    expect((await open(fileOf('t.csv', '"编;号"\t内容\n1\ta;b,c\n'))).header).toEqual(['编;号', '内容']);
    expect((await open(fileOf('one.csv', '内容\n一二三，四\n'))).rows[0]?.cells).toEqual(['一二三，四']);
    expect((await open(fileOf('d.csv', 'a;b,c\n1;2,3\n'), { delimiter: ';' })).header).toEqual(['a', 'b,c']);
  });

  it('may have a title above, empty lines, short rows and names that come again', async () => {
    const text = '2024年投诉台账,,\n\n编号,内容,,内容\n1,a\n,,,\n2,b,c,d\n3,e,f,g,h\n';
    const { header, rows } = await open(fileOf('title.csv', text));
    expect(header).toEqual(['编号', '内容', 'column 3', '内容 (2)']);
    expect(rows).toMatchObject([
      { row: 4, cells: ['1', 'a', '', ''], problem: null },
      { row: 6, cells: ['2', 'b', 'c', 'd'], problem: null },
      { row: 7, cells: ['3', 'e', 'f', 'g', 'h'], problem: expect.stringContaining('5 cells where the header has 4') },
    ]);
  });

  it('with a quotation mark that is never closed says where it stands', async () => {
    await expect(open(fileOf('q.csv', '编号,内容\n1,a\n2,"b\n3,c\n'))).rejects.toThrow(/near line \d.*never closed/);
    expect((await open(fileOf('lax.csv', '编号,内容\n1,他说"好"\n'))).rows[0]?.cells[1]).toBe('他说"好"');
  });

  it('that is empty, a folder, or not there is refused with what to do', async () => {
    await expect(open(fileOf('empty.csv', ''))).rejects.toThrow(/empty/);
    await expect(open('/')).rejects.toThrow(/folder/);
    await expect(open('/no/such/file.csv')).rejects.toThrow(/cannot be read/);
    await expect(open(fileOf('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')))).rejects.toThrow(/save it as .xlsx/);
  });
});

describe('a workbook', () => {
  const workbook = async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('封面').addRow(['说明']);
    const sheet = book.addWorksheet('投诉');
    sheet.addRow(['台账']);
    sheet.addRow(['编号', '时间', '内容', '电话', '公式']);
    sheet.addRow([
      1,
      new Date(Date.UTC(2020, 0, 4, 11, 17, 46)),
      { richText: [{ text: '很' }, { text: '慢' }] },
      13800138000,
      { formula: 'A3+1', result: 2 },
    ]);
    sheet.addRow([]);
    sheet.addRow([2, 43834.5, { text: '链接', hyperlink: 'https://example.com' }, '', { error: '#N/A' }]);
    sheet.getCell('B3').numFmt = 'yyyy/m/d h:mm:ss';
    return fileOf('book.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
  };

  it('is read from the first sheet that is a list, or the one named', async () => {
    const path = await workbook();
    const { header, about, rows } = await open(path);
    expect({ header, about }).toEqual({ header: ['编号', '时间', '内容', '电话', '公式'], about: 'sheet "投诉"' });
    expect(rows).toEqual([
      { row: 3, cells: ['1', '2020-01-04 11:17:46', '很慢', '13800138000', '2'], problem: null },
      { row: 5, cells: ['2', '43834.5', '链接', '', ''], problem: null },
    ]);
    expect((await open(path, { sheet: '封面' })).header).toEqual(['说明']);
    await expect(open(path, { sheet: 'x' })).rejects.toThrow('There is no sheet "x"; there are "封面", "投诉".');
  });

  it('has one cell where several were merged side by side, as a title, and each its own below one another', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('台账');
    sheet.addRow(['十月投诉清单']);
    sheet.mergeCells('A1:C1');
    sheet.addRow(['编号', '内容', '电话']);
    sheet.addRow([1, '甲', 13800000001]);
    sheet.addRow([2, '', 13800000001]);
    sheet.mergeCells('B3:B4');
    const path = fileOf('merged.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
    const { header, rows } = await open(path);
    expect(header).toEqual(['编号', '内容', '电话']);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', '甲', '13800000001'],
      ['2', '甲', '13800000001'],
    ]);
  });

  it('that is none says so', async () => {
    await expect(open(fileOf('bad.xlsx', 'PK\x03\x04nonsense'))).rejects.toThrow(/cannot be read.*CSV/);
    const whole = readFileSync(await workbook());
    await expect(open(fileOf('cut.xlsx', whole.subarray(0, -30)))).rejects.toThrow(/cannot be read.*CSV/);
  });

  it('that would fill the memory is refused before it is unpacked, whatever size it says it has', async () => {
    const bomb = archiveOf('xl/worksheets/sheet1.xml', deflatedZeros(501), 10);
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(open(fileOf('bomb.xlsx', bomb))).rejects.toThrow(/larger than 500 MB.*CSV/);
    const small = archiveOf('xl/worksheets/sheet1.xml', deflatedZeros(2), 10);
    await expect(open(fileOf('small.xlsx', small))).rejects.toThrow(/cannot be read/);
  });
});

describe('the file of errors', () => {
  const header = ['编号', '内容'];
  const failed = {
    row: { row: 7, cells: ['=1+1', '-5 "x",\n'], problem: null },
    problems: [{ column: '内容', field: 'f', message: 'no, really' }],
  };

  it('is no danger in a spreadsheet, for its owner only, and can be imported again as it stood', async () => {
    const path = fileOf('x', '').replace(/x$/, 'list.csv.errors.csv');
    const file = new ErrorsFile(path, header);
    expect(file.isUsed).toBe(false);
    file.add(failed);
    file.close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).toBe(
      `\ufeffimport:row,import:column,import:field,import:message,编号,内容\r\n7,内容,f,"no, really",'=1+1,"'-5 ""x"",\n"\r\n`,
    );
    const { table, isCorrection } = withoutErrorColumns(await openTable(path, asItIs));
    expect(isCorrection).toBe(true);
    expect(table.header).toEqual(header);
    expect((await readAll(table)).map(({ cells }) => cells)).toEqual([failed.row.cells]);
    expect(new ErrorsFile(path, header).isUsed).toBe(false);
    expect(() => statSync(path)).toThrow(/ENOENT/);
  });

  it('never takes the place of something else', () => {
    expect(() => new ErrorsFile(fileOf('mine.csv', 'important'), header)).toThrow(/there already.*--errors/);
  });
});
