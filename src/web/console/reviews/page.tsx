import { FileExcelOutlined, FileWordOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { ReviewView } from '../../../contract/review.ts';
import { useLanguage, useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AppraisalSection } from './appraisal-section.tsx';
import { CasesSection } from './cases-section.tsx';
import { DemandsSection } from './demands-section.tsx';
import { HandOffSection } from './hand-off-section.tsx';
import { NotesSection } from './notes-section.tsx';
import { periodOf } from './period.ts';
import { PeriodBar } from './period-bar.tsx';
import { type ReviewAsk, reportFile, reviewQueries } from './queries.ts';
import styles from './reviews.module.css';
import './print.css';
import { SatisfactionSection } from './satisfaction-section.tsx';
import { Summary } from './summary.tsx';
import { texts } from './texts.ts';
import { TimelinessSection } from './timeliness-section.tsx';
import { TrainingButton } from './training-button.tsx';
import { useReviewNames } from './use-review-names.ts';

/** The review 复盘 of a week or a month. */
export function ReviewsPage(): ReactNode {
  const t = useTexts(texts);
  const search = useSearch({ from: '/shell/reviews' });
  const ask: ReviewAsk = { ...periodOf(search), playbook: search.playbook };
  const lang = useLanguage();
  const names = useReviewNames();
  const figures = useQuery(reviewQueries.figures(ask));
  const about = ask.playbook === undefined ? t('playbook.all') : names.playbook(ask.playbook);
  return (
    <div data-review>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { from: ask.from, to: ask.to, playbook: about })}
        actions={
          <>
            <Button icon={<PrinterOutlined />} disabled={!figures.data} onClick={() => window.print()}>
              {t('print')}
            </Button>
            <TrainingButton ask={ask} />
            <Button icon={<FileExcelOutlined />} href={reportFile('xlsx', ask, lang)} download>
              {t('download.excel')}
            </Button>
            <Button type="primary" icon={<FileWordOutlined />} href={reportFile('docx', ask, lang)} download>
              {t('download.word')}
            </Button>
          </>
        }
      />
      <PeriodBar ask={ask} />
      {figures.isPending && (
        <Panel>
          <p className={styles.counting}>{t('counting', { from: ask.from, to: ask.to })}</p>
          <Loading rows={10} />
        </Panel>
      )}
      {figures.isError && <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.data && <Figures review={figures.data} />}
      <NotesSection ask={ask} names={names} />
    </div>
  );
}

function Figures({ review }: { review: ReviewView }): ReactNode {
  const t = useTexts(texts);
  const names = useReviewNames();
  if (review.figures.tickets === 0) {
    return (
      <Panel>
        <EmptyState title={t('empty')} hint={t(review.playbook === null ? 'emptyAllHint' : 'emptyHint')} />
      </Panel>
    );
  }
  return (
    <>
      {review.isPartial && <Alert type="warning" showIcon className={styles.partial ?? ''} title={t('partial')} />}
      <Summary review={review} />
      {/* In this order two columns come out about equally long: types and topics of all playbooks take most of one. */}
      <div className={styles.sections}>
        <HandOffSection review={review} names={names} />
        <TimelinessSection review={review} names={names} />
        <SatisfactionSection review={review} names={names} />
        <DemandsSection review={review} names={names} />
        <CasesSection review={review} />
        <AppraisalSection review={review} names={names} />
      </div>
    </>
  );
}
