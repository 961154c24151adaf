import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseDetail } from '../../../contract/case.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PageFailure } from '../app/page-failure.tsx';
import { paths } from '../app/paths.ts';
import { AboutCase } from './about-case.tsx';
import { CaseActions } from './case-actions.tsx';
import { caseQueries } from './case-queries.ts';
import { CaseTextView } from './case-text-view.tsx';
import styles from './cases.module.css';
import { HistoryPanel } from './history-panel.tsx';
import { RatingPanel } from './rating-panel.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { CaseStatusTag } from './status-tag.tsx';
import { texts } from './texts.ts';

export function CasePage(): ReactNode {
  const id = Number(useParams({ from: '/shell/cases/$id' }).id);
  const found = useQuery(caseQueries.one(id));
  if (found.isError && !found.data) return <PageFailure error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading rows={12} />;
  return <OneCase key={id} detail={found.data} />;
}

/** What is published, or being written where nothing is yet; beside it what it is worth and what happened to it. */
function OneCase({ detail }: { detail: CaseDetail }): ReactNode {
  const t = useTexts(texts);
  const { working } = detail;
  return (
    <div className={styles.wide}>
      <PageHeader
        title={detail.title}
        tabTitle={`${detail.number} ${detail.title}`}
        subtitle={
          <Link {...paths.cases({})}>
            <ArrowLeftOutlined aria-hidden /> {t('title')} · {detail.number}
          </Link>
        }
        tags={<CaseStatusTag row={detail} />}
        actions={<CaseActions detail={detail} />}
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          {working?.stage === 'in-review' ? <ReviewPanel detail={detail} working={working} /> : null}
          {working && working.stage !== 'in-review' ? <WorkingPanel detail={detail} working={working} /> : null}
          {detail.text && working?.stage !== 'in-review' ? (
            <Panel title={t('history.version', { version: detail.publishedVersion ?? 0 })}>
              <CaseTextView text={detail.text} />
            </Panel>
          ) : null}
          {detail.text ? <RatingPanel detail={detail} /> : null}
        </div>
        <aside className={styles.side}>
          <AboutCase detail={detail} />
          <HistoryPanel detail={detail} />
        </aside>
      </div>
    </div>
  );
}

type Working = NonNullable<CaseDetail['working']>;

function WorkingPanel({ detail, working }: { detail: CaseDetail; working: Working }): ReactNode {
  const t = useTexts(texts);
  const back = detail.steps.findLast(({ type, version }) => type === 'case.returned' && version === working.version);
  return (
    <Panel title={t('working.title', { version: working.version })}>
      {working.stage === 'returned' && back ? (
        <p className={styles.returned}>{t('working.returned', { note: back.note })}</p>
      ) : null}
      <CaseTextView text={working.text} findings={working.findings} hasTitle />
    </Panel>
  );
}
