import type { ReactNode } from 'react';
import type { FormView } from '../../../../contract/output.ts';
import { ValueView } from './value-view.tsx';

type Section = FormView['sections'][number];
type Row = Section['rows'][number];

/** Sections of labels and values in one bordered table; a section that is a table of its own stands below its heading. */
export function Sections({
  sections,
  isBlank = false,
}: {
  sections: readonly Section[];
  isBlank?: boolean;
}): ReactNode {
  return groupsOf(sections).map((group, at) =>
    isGrid(group[0]) ? (
      <GridSection key={keyOf(group, at)} section={group[0]} />
    ) : (
      <table key={keyOf(group, at)} className="formTable">
        <colgroup>
          <col className="labelColumn" />
          <col />
          <col className="labelColumn" />
          <col />
        </colgroup>
        <tbody>
          {group.map((section) => (
            <SectionRows key={section.heading ?? ''} section={section} isBlank={isBlank} />
          ))}
        </tbody>
      </table>
    ),
  );
}

const keyOf = (group: readonly Section[], at: number) => `${at} ${group[0]?.heading ?? ''}`;

function isGrid(section: Section | undefined): section is Section {
  const value = section?.rows[0]?.value;
  return section?.rows.length === 1 && typeof value === 'object' && 'kind' in value && value.kind === 'grid';
}

/** Neighbours that share a table; each grid alone. */
function groupsOf(sections: readonly Section[]): Section[][] {
  const groups: Section[][] = [];
  for (const section of sections) {
    const last = groups.at(-1);
    if (last && !isGrid(last[0]) && !isGrid(section)) last.push(section);
    else groups.push([section]);
  }
  return groups;
}

function GridSection({ section }: { section: Section }): ReactNode {
  return (
    <>
      {section.heading && <h3 className="sheetHeading">{section.heading}</h3>}
      <ValueView value={section.rows[0]?.value ?? ''} />
    </>
  );
}

function SectionRows({ section, isBlank }: { section: Section; isBlank: boolean }): ReactNode {
  return (
    <>
      {section.heading && (
        <tr className="headingRow">
          <th colSpan={4}>{section.heading}</th>
        </tr>
      )}
      {linesOf(section.rows).map((cells) => (
        <tr key={cells.map((cell) => cell.label).join(' ')} className={isBlank && isOpen(cells) ? 'tall' : undefined}>
          {cells.map((cell) => (
            <Cells key={cell.label} row={cell} span={cells.length === 1 ? 3 : 1} />
          ))}
        </tr>
      ))}
    </>
  );
}

const isOpen = (cells: readonly Row[]) => cells.some((cell) => cell.isWide && cell.value === '');

/** Narrow rows in pairs, everything else alone. */
function linesOf(rows: readonly Row[]): Row[][] {
  const lines: Row[][] = [];
  for (const row of rows) {
    const last = lines.at(-1);
    if (!row.isWide && last?.length === 1 && last[0]?.isWide === false) last.push(row);
    else lines.push([row]);
  }
  return lines;
}

function Cells({ row, span }: { row: Row; span: number }): ReactNode {
  return (
    <>
      <th scope="row">{row.label}</th>
      <td colSpan={span}>
        <ValueView value={row.value} />
      </td>
    </>
  );
}
