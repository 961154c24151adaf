import { AlignmentType, Document, type FileChild, type ISectionOptions, Packer } from 'docx';
import type { ArchiveDocument, DocumentSection, FormDocument, Grid } from '../../../../domain/output/document.ts';
import type { OutputLanguage } from '../../../../domain/output/language.ts';
import { pagesOf } from './pages.ts';
import { signatureTable } from './signatures.ts';
import { formTable, gridTable } from './tables.ts';
import { bodyFont, headFont, line, sizes } from './text.ts';

/** Forms and archives as Word files, A4, ready to print and sign. */
export function writeFormDocx(document: FormDocument, language: OutputLanguage): Promise<Buffer> {
  return pack(document.title, document.organisation, [formPages(document, language)]);
}

export function writeArchiveDocx(document: ArchiveDocument, language: OutputLanguage): Promise<Buffer> {
  const cover = pagesOf({ ...document, language }, [
    title(document.title),
    subtitle(document.number),
    ...bodyOf(document.cover),
  ]);
  return pack(`${document.title} ${document.number}`, document.organisation, [
    cover,
    ...document.forms.map((form) => formPages(form, language)),
  ]);
}

function formPages(document: FormDocument, language: OutputLanguage): ISectionOptions {
  return pagesOf({ ...document, language }, [
    title(document.title),
    ...bodyOf(document.sections, !document.isFilled),
    gap(240),
    signatureTable(document.signatures, language),
  ]);
}

/** Sections of labels and values share one table; a section that is a grid stands below under its own heading. */
function bodyOf(sections: readonly DocumentSection[], isBlank = false): FileChild[] {
  const children: FileChild[] = [];
  let open: DocumentSection[] = [];
  const close = () => {
    if (open.length > 0 && children.length > 0) children.push(gap(160));
    if (open.length > 0) children.push(formTable(open, isBlank));
    open = [];
  };
  for (const section of sections) {
    if (section.rows.length === 0) continue;
    const grid = gridOf(section);
    if (!grid) {
      open.push(section);
      continue;
    }
    close();
    children.push(headingLine(section.heading ?? ''), gridTable(grid));
  }
  close();
  return children;
}

function gridOf(section: DocumentSection): Grid | null {
  const value = section.rows[0]?.value;
  const isGrid = typeof value === 'object' && !Array.isArray(value) && value.kind === 'grid';
  return section.rows.length === 1 && isGrid ? value : null;
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
    styles: { default: { document: { run, paragraph: { spacing: { line: 300, lineRule: 'auto' } } } } },
    sections,
  });
  return Packer.toBuffer(file);
}
