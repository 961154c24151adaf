import type { ReactNode } from 'react';
import type { FormView } from '../../../../contract/output.ts';
import { nameIn, type OutputLanguage } from '../../../../domain/output/language.ts';
import { word } from '../../../../domain/output/words.ts';
import { Sections } from './section-table.tsx';
import { Sheet } from './sheet.tsx';

/** One form. Its fixed words are in the language of the form, not of the page around it. */
export function FormSheet({ document, language }: { document: FormView; language: OutputLanguage }): ReactNode {
  const { organisation, number, title, sections, signatures, printedAt } = document;
  return (
    <Sheet
      organisation={organisation}
      number={number}
      title={title}
      language={language}
      footer={printed(printedAt, language)}
    >
      <Sections sections={sections} isBlank={!document.isFilled} />
      <dl className="signatures">
        {signatures.map((signature) => (
          <div key={signature.label} className="signature">
            <dt>{signature.label}</dt>
            <dd>{signature.name}</dd>
            <dt>{nameIn(word('date'), language)}</dt>
            <dd>{signature.at}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}

export function printed(at: string, language: OutputLanguage): string {
  return nameIn(word('printed'), language).replaceAll('{time}', at);
}
