import { AlignmentType, Document, type FileChild, type ISectionOptions, Packer } from 'docx';
import type { ArchiveDocument, DocumentSection, FormDocument } from '../../../../domain/output/document.ts';
import type { OutputLanguage } from '../../../../domain/output/language.ts';
import { blocksOf } from '../../../../domain/output/layout.ts';
import { pagesOf } from './pages.ts';
import { signatureTable } from './signatures.ts';
import { formTable, gridTable, type TableOptions } from './tables.ts';
import { bodyFont, headFont, line, sizes } from './text.ts';

/** Forms and archives as Word files, A4, ready to print and sign. */
export function writeFormDocx(document: FormDocument, language: OutputLanguage): Promise<Buffer> {
  return pack(document.title, document.organisation, [formPages(document, language)]);
}

export function writeArchiveDocx(document: ArchiveDocument, language: OutputLanguage): Promise<Buffer> {
  const cover = pagesOf({ ...document, language }, [
    title(document.title),
    subtitle(document.number),
    ...bodyOf(document.cover, {}),
  ]);
  return pack(`${document.title} ${document.number}`, document.organisation, [
    cover,
    ...document.forms.map((form) => formPages(form, language)),
  ]);
}

function formPages(document: FormDocument, language: OutputLanguage): ISectionOptions {
  return pagesOf({ ...document, language }, [
    title(document.title),
    ...bodyOf(document.sections, { isBlank: !document.isFilled, keepNext: true }),
    ...(document.signatures.length === 0 ? [] : [gap(240), signatureTable(document.signatures, language)]),
  ]);
}

/** `keepNext`: the signatures below never stand on a page alone. */
function bodyOf(
  sections: readonly DocumentSection[],
  { isBlank = false, keepNext = false }: TableOptions,
): FileChild[] {
  const blocks = blocksOf(sections);
  return blocks.flatMap((block, at) => {
    const options = { isBlank, keepNext: keepNext && at === blocks.length - 1 };
    if (block.kind === 'grid') return [headingLine(block.heading ?? ''), gridTable(block.grid, options)];
    return [...(at === 0 ? [] : [gap(160)]), formTable(block.sections, options)];
  });
}

function title(text: string): FileChild {
  const run = { font: headFont, bold: true, size: sizes.title };
  return line(text, { alignment: AlignmentType.CENTER, spacing: { before: 80, after: 200 } }, run);
}

function subtitle(text: string): FileChild {
  return line(text, { alignment: AlignmentType.CENTER, spacing: { after: 240 } }, { size: sizes.heading });
}

function headingLine(text: string): FileChild {
  const run = { font: headFont, bold: true, size: sizes.heading };
  return line(text, { keepNext: true, spacing: { before: 240, after: 100 } }, run);
}

function gap(after: number): FileChild {
  return line('', { keepNext: true, spacing: { after, line: 20, lineRule: 'exact' } });
}

function pack(name: string, creator: string, sections: ISectionOptions[]): Promise<Buffer> {
  const run = { font: bodyFont, size: sizes.body, language: { value: 'en-US', eastAsia: 'zh-CN' } };
  const file = new Document({
    title: name,
    creator,
    styles: { default: { document: { run, paragraph: { spacing: { line: 280, lineRule: 'auto' } } } } },
    sections,
  });
  return Packer.toBuffer(file);
}
