import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { DocumentSection, FormDocument } from '../../src/domain/output/document.ts';
import { writeSheetsXlsx } from '../../src/server/features/outputs/write-sheets.ts';

const row = (label: string, value: string) => ({ id: label, label, value, isWide: false });
const rows = (label: string): DocumentSection => ({ heading: null, rows: [row(label, 'x')] });
const grid = (heading: string): DocumentSection => ({
  heading,
  rows: [{ ...row('grid', ''), value: { kind: 'grid', columns: ['编号'], rows: [['1']] } }],
});

describe('a workbook', () => {
  it('has a sheet for each table, though they are called the same', async () => {
    const sections = [rows('客户'), grid('方案'), rows('结果'), grid('方案'), grid('Plan'), grid('PLAN')];
    const document = { organisation: '回音', title: '记录表', sections } as FormDocument;
    const book = new ExcelJS.Workbook();
    const file = await writeSheetsXlsx(document, { heads: ['项目', '内容'], hasNumbers: false });
    await book.xlsx.load(file as never);
    const names = book.worksheets.map(({ name }) => name);
    expect(names).toEqual(['记录表', '方案', '记录表 2', '方案 2', 'Plan', 'PLAN 2']);
  });
});
