import type { ReactNode } from 'react';
import type { ArchiveView } from '../../../../contract/output.ts';
import type { OutputLanguage } from '../../../../domain/output/language.ts';
import { printed } from './form-sheet.tsx';
import { Sections } from './section-table.tsx';
import { Sheet } from './sheet.tsx';

/** The first page of the archive: what became of the ticket, its promises and the forms that follow. */
export function CoverSheet({ archive, language }: { archive: ArchiveView; language: OutputLanguage }): ReactNode {
  const { organisation, number, title, cover, printedAt } = archive;
  return (
    <Sheet
      organisation={organisation}
      number={number}
      title={title}
      language={language}
      footer={printed(printedAt, language)}
    >
      <Sections sections={cover} />
    </Sheet>
  );
}
