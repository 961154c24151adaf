import './sheet.css';
import './print.css';
import type { ReactNode } from 'react';
import type { OutputLanguage } from '../../../../domain/output/language.ts';
import { languageTags } from '../../../i18n/language.ts';

type Props = {
  organisation: string;
  number: string;
  title: string;
  language: OutputLanguage;
  footer: ReactNode;
  /** Landscape. */
  isWide?: boolean;
  children: ReactNode;
};

/** A sheet of paper: white in every theme, A4 on the screen, a page of its own in print. */
export function Sheet({ organisation, number, title, language, footer, isWide = false, children }: Props): ReactNode {
  return (
    <article
      className={isWide ? 'sheet wide' : 'sheet'}
      lang={languageTags[language === 'en' ? 'en' : 'zh']}
      aria-label={title}
    >
      <div className="sheetHead">
        <span>{organisation}</span>
        <span className="sheetPrinted">{footer}</span>
        <span>{number}</span>
      </div>
      <h2 className="sheetTitle">{title}</h2>
      {children}
      <div className="sheetFoot">{footer}</div>
    </article>
  );
}
