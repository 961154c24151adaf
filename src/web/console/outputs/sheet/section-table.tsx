import { Fragment, type ReactNode } from 'react';
import type { FormView } from '../../../../contract/output.ts';
import { blocksOf, linesOf } from '../../../../domain/output/layout.ts';
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
  return blocksOf(sections).map((block) =>
    block.kind === 'grid' ? (
      <Fragment key={block.heading}>
        {block.heading && <h3 className="sheetHeading">{block.heading}</h3>}
        <ValueView value={block.grid} />
      </Fragment>
    ) : (
      <table key={block.sections[0]?.heading ?? ''} className="formTable">
        <colgroup>
          <col className="labelColumn" />
          <col />
          <col className="labelColumn" />
          <col />
        </colgroup>
        <tbody>
          {block.sections.map((section) => (
            <SectionRows key={section.heading ?? ''} section={section} isBlank={isBlank} />
          ))}
        </tbody>
      </table>
    ),
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
