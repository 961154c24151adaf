import { type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from 'docx';
import type { Boxes, DocumentValue } from '../../../../domain/output/document.ts';

/**
 * Type of the printed forms. Chinese and Latin letters have a font each, by the names under which Windows and Word for Mac
 * know them; other systems replace them by what they have.
 */
export const bodyFont = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' };
export const headFont = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体' };
const boxFont = {
  ascii: 'Segoe UI Symbol',
  hAnsi: 'Segoe UI Symbol',
  cs: 'Segoe UI Symbol',
  eastAsia: 'Segoe UI Symbol',
};

/** Half points. */
export const sizes = { title: 36, heading: 23, body: 21, small: 18 } as const;

export function line(text: string, options: IParagraphOptions = {}, run: IRunOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: [new TextRun({ text, ...run })] });
}

/** What stands in a cell: one paragraph for each line, item or row of boxes. */
export function paragraphsOf(
  value: Exclude<DocumentValue, { kind: 'grid' }>,
  run: IRunOptions = {},
  keepNext = false,
): Paragraph[] {
  if (typeof value === 'string') return value.split('\n').map((text) => line(text, { keepNext }, run));
  if (Array.isArray(value)) return value.map((text, index) => numbered(text, index + 1, keepNext));
  return [new Paragraph({ keepNext, children: value.boxes.flatMap((box) => boxRuns(box)) })];
}

/** Numbers are written out rather than left to Word's list counters, which go on from one form to the next. */
function numbered(text: string, number: number, keepNext: boolean): Paragraph {
  const [first = '', ...others] = text.split('\n');
  const runs = others.map((other) => new TextRun({ text: other, break: 1 }));
  return new Paragraph({
    keepNext,
    indent: { left: 360, hanging: 360 },
    children: [new TextRun({ text: `${number}. ${first}` }), ...runs],
  });
}

function boxRuns({ name, isChosen }: Boxes['boxes'][number]): TextRun[] {
  return [
    new TextRun({ text: isChosen ? '☑' : '☐', font: boxFont }),
    // No-break space inside an option, an ordinary one between options, so that lines break between them.
    new TextRun({ text: `\u00a0${name.replaceAll(' ', '\u00a0')}` }),
    new TextRun({ text: '   ' }),
  ];
}
