import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ArchiveView } from '../../../contract/output.ts';
import type { OutputLanguage } from '../../../domain/output/language.ts';
import { useLanguage, useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageFailure } from '../app/page-failure.tsx';
import { outputQueries } from './api.ts';
import { FormsBar } from './forms-bar.tsx';
import { CoverSheet } from './sheet/cover-sheet.tsx';
import { FormSheet } from './sheet/form-sheet.tsx';
import { texts } from './texts.ts';

/** The forms of one ticket as they will come out of the printer. */
export function FormsPage({ ticket, form }: { ticket: number; form: string | undefined }): ReactNode {
  const language = useLanguage();
  const [chosen, setChosen] = useState<OutputLanguage | null>(null);
  const [reveal, setReveal] = useState<string>();
  const ask = { lang: chosen ?? language, reveal };
  const { data, error, refetch } = useQuery({
    ...outputQueries.forms(ticket, ask),
    placeholderData: (before) => before,
  });
  if (error && !data) return <PageFailure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={12} />;
  return (
    <>
      <FormsBar ticket={ticket} form={form} archive={data} ask={ask} onLanguage={setChosen} onReveal={setReveal} />
      {error ? <ErrorState error={error} onRetry={() => setReveal(undefined)} /> : null}
      <Sheets archive={data} form={form} language={ask.lang} />
    </>
  );
}

type SheetsProps = { archive: ArchiveView; form: string | undefined; language: OutputLanguage };

function Sheets({ archive, form, language }: SheetsProps): ReactNode {
  const t = useTexts(texts);
  const shown = archive.forms.filter((one) => form === undefined || one.form === form);
  if (shown.length === 0) {
    return <EmptyState title={t(archive.forms.length === 0 ? 'forms.none' : 'forms.unknown')} />;
  }
  return (
    <section className="sheets" data-sheets aria-label={t('sheet.region')}>
      {form === undefined && <CoverSheet archive={archive} language={language} />}
      {shown.map((one) => (
        <FormSheet key={one.form} document={one} language={language} />
      ))}
    </section>
  );
}
