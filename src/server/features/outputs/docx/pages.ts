import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { fillNames, nameIn, type OutputLanguage } from '../../../../domain/output/language.ts';
import { word } from '../../../../domain/output/words.ts';
import type { Bilingual } from '../../../../domain/playbook/schema-parts.ts';
import { contentWidth } from './tables.ts';
import { sizes } from './text.ts';

/** A4 with 2 cm margins, twentieths of a point. */
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1_300, bottom: 1_134, left: 1_134, right: 1_134, header: 620, footer: 560 },
};
const grey = '5B6664';
const rule = { style: BorderStyle.SINGLE, size: 4, space: 4, color: 'B8C2C0' };

export type PageWords = { organisation: string; number: string; printedAt: string; language: OutputLanguage };

/** One part of a document that begins on a new page: organisation and number above, page x of y below. */
export function pagesOf(words: PageWords, children: ISectionOptions['children']): ISectionOptions {
  return {
    properties: { page },
    headers: { default: new Header({ children: [ends(words.organisation, words.number, 'bottom')] }) },
    footers: { default: new Footer({ children: [footLine(words)] }) },
    children,
  };
}

function ends(left: string, right: string, border: 'bottom'): Paragraph {
  return new Paragraph({
    border: { [border]: rule },
    tabStops: [{ type: TabStopType.RIGHT, position: contentWidth }],
    children: [small(left), small(`\t${right}`)],
  });
}

function footLine({ printedAt, language }: PageWords): Paragraph {
  const say = (names: Bilingual) => nameIn(names, language);
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: contentWidth }],
    children: [
      small(say(fillNames(word('printed'), { time: printedAt }))),
      new TextRun({ size: sizes.small, color: grey, children: ['\t', ...pageNumbers(say(word('page')))] }),
    ],
  });
}

/** `Page {x} of {y}` with Word's own counters in the two places. */
function pageNumbers(text: string): (string | (typeof PageNumber)[keyof typeof PageNumber])[] {
  return text.split(/(\{[xy]\})/).map((part) => {
    if (part === '{x}') return PageNumber.CURRENT;
    return part === '{y}' ? PageNumber.TOTAL_PAGES : part;
  });
}

function small(text: string): TextRun {
  return new TextRun({ text, size: sizes.small, color: grey });
}
