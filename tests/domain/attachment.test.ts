import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName } from '../../src/domain/attachment/clean-name.ts';
import { acceptedExtensions, extensionOf, isShowable, mediaTypeOf } from '../../src/domain/attachment/media-type.ts';

const of = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1')));
const openXml = 'application/vnd.openxmlformats-officedocument';

describe('what a file is', () => {
  it.each<[string, Buffer, string | null]>([
    ['a.png', of([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'image/png'],
    ['a.txt', of([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['a.webp', of('RIFF', [1, 2, 3, 4], 'WEBPVP8 '), 'image/webp'],
    ['a.wav', of('RIFF', [1, 2, 3, 4], 'WAVEfmt '), 'audio/wav'],
    ['a.mp4', of([0, 0, 0, 24], 'ftypisom'), 'video/mp4'],
    ['a.m4a', of([0, 0, 0, 24], 'ftypM4A '), 'audio/mp4'],
    ['a.heic', of([0, 0, 0, 24], 'ftypheic'), 'image/heic'],
    ['a.pdf', of('%PDF-1.7'), 'application/pdf'],
    ['a.docx', of('PK', [3, 4], '....[Content_Types].xml'), `${openXml}.wordprocessingml.document`],
    ['a.xlsx', of('PK', [3, 4], '....xl/workbook.xml'), `${openXml}.spreadsheetml.sheet`],
    ['a.docx', of('PK', [3, 4], '....photo.jpg'), 'application/zip'],
    ['macros.docm', of('PK', [3, 4], '....word/document.xml'), 'application/zip'],
    ['a.xls', of([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'application/vnd.ms-excel'],
    ['setup.msi', of([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), null],
    ['订单.csv', Buffer.from('订单号,金额\n1,2\n'), 'text/csv'],
    ['gbk.txt', of([0xc4, 0xe3, 0xba, 0xc3]), 'text/plain'],
    ['a.html', of('<html>'), null],
    ['a.js', of('alert(1)'), null],
    ['a.txt', of('a\u0000b'), null],
    ['a.png', of('MZ'), null],
    ['a.txt', of(), null],
  ])('%s', (name, start, mediaType) => {
    expect(mediaTypeOf(start, name)).toBe(mediaType);
  });

  it('is never shown when it could run something', () => {
    expect(['image/png', 'application/pdf'].every(isShowable)).toBe(true);
    expect(['text/html', 'text/plain', 'image/svg+xml', 'application/zip'].some(isShowable)).toBe(false);
    expect(acceptedExtensions).not.toContain('svg');
  });
});

describe('a name', () => {
  it.each([
    ['C:\\Users\\lin\\发票.pdf', 'application/pdf', '发票.pdf'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['gpj.\u202exe.png', 'image/png', 'gpj.xe.png'],
    ['virus.exe', 'image/png', 'virus.exe.png'],
    ['照片.JPEG', 'image/jpeg', '照片.JPEG'],
    ['  .png', 'image/png', 'png.png'],
    ['', 'image/png', 'file.png'],
    ['a<b>|c?.txt', 'text/plain', 'a_b__c_.txt'],
    [`${'长'.repeat(300)}.pdf`, 'application/pdf', `${'长'.repeat(116)}.pdf`],
  ])('%j is kept as something to show and save', (given, mediaType, kept) => {
    expect(cleanName(given, mediaType)).toBe(kept);
  });

  it('holds nothing hidden whatever is given, and stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
        const name = cleanName(given, 'image/png');
        expect(name).not.toMatch(/[\p{Cc}/\\:*?"<>|\u202a-\u202e]/u);
        expect(extensionOf(name)).toBe('png');
        expect([...name].length).toBeLessThanOrEqual(120);
        expect(cleanName(name, 'image/png')).toBe(name);
      }),
    );
  });
});
