import type { DocumentRow, DocumentSection, Grid } from './document.ts';

/** How documents are laid out, on the page and in Word alike. */

/** Narrow rows in pairs, everything else alone. */
export function linesOf<T extends Pick<DocumentRow, 'isWide'>>(rows: readonly T[]): T[][] {
  const lines: T[][] = [];
  for (const row of rows) {
    const last = lines.at(-1);
    if (!row.isWide && last?.length === 1 && last[0]?.isWide === false) last.push(row);
    else lines.push([row]);
  }
  return lines;
}

/** A table that stands alone under a heading. */
export type GridBlock = { kind: 'grid'; heading: string | null; grid: Grid };
/** Neighbouring sections of labels and values, which share one table. */
export type FormBlock = { kind: 'form'; sections: DocumentSection[] };

export function blocksOf(sections: readonly DocumentSection[]): (GridBlock | FormBlock)[] {
  const blocks: (GridBlock | FormBlock)[] = [];
  for (const section of sections) {
    const last = blocks.at(-1);
    const grid = gridOf(section);
    if (grid) blocks.push({ kind: 'grid', heading: section.heading, grid });
    else if (last?.kind === 'form') last.sections.push(section);
    else if (section.rows.length > 0) blocks.push({ kind: 'form', sections: [section] });
  }
  return blocks;
}

function gridOf({ rows }: DocumentSection): Grid | null {
  const value = rows.length === 1 ? rows[0]?.value : undefined;
  return typeof value === 'object' && 'kind' in value && value.kind === 'grid' ? value : null;
}
